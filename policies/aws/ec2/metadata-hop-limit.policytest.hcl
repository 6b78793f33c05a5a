policytest {
  targets = ["metadata-hop-limit.policy.hcl"]
}

resource "aws_launch_template" "one" {
  attrs = {
    metadata_options = [{ http_put_response_hop_limit = 1 }]
  }
}

resource "aws_launch_template" "two" {
  expect_failure = true
  attrs = {
    metadata_options = [{ http_put_response_hop_limit = 2 }]
  }
}

resource "aws_launch_template" "default" {
  attrs = {
    metadata_options = [{ http_put_response_hop_limit = null }]
  }
}

resource "aws_launch_template" "no_block" {
  attrs = {
    metadata_options = []
  }
}

resource "aws_launch_template" "not_written" {
  unknown = ["metadata_options"]
  attrs = {
    image_id = "ami-1"
  }
}

resource "aws_launch_template" "known_after_apply" {
  expect_unknown = true
  unknown        = ["metadata_options.0.http_put_response_hop_limit"]
  attrs = {
    metadata_options = [{ http_put_response_hop_limit = 1 }]
  }
}

resource "aws_launch_configuration" "one" {
  attrs = {
    metadata_options = [{ http_put_response_hop_limit = 1 }]
  }
}

resource "aws_launch_configuration" "two" {
  expect_failure = true
  attrs = {
    metadata_options = [{ http_put_response_hop_limit = 2 }]
  }
}

resource "aws_launch_configuration" "default" {
  attrs = {
    metadata_options = [{ http_put_response_hop_limit = null }]
  }
}

resource "aws_launch_configuration" "no_block" {
  attrs = {
    metadata_options = []
  }
}

resource "aws_launch_configuration" "not_written" {
  unknown = ["metadata_options"]
  attrs = {
    image_id = "ami-1"
  }
}

resource "aws_launch_configuration" "known_after_apply" {
  expect_unknown = true
  unknown        = ["metadata_options.0.http_put_response_hop_limit"]
  attrs = {
    metadata_options = [{ http_put_response_hop_limit = 1 }]
  }
}
