policytest {
  targets = ["imdsv2-required.policy.hcl"]
}

resource "aws_instance" "required" {
  attrs = {
    metadata_options = [{ http_endpoint = "enabled", http_tokens = "required" }]
  }
}

resource "aws_instance" "no_service" {
  attrs = {
    metadata_options = [{ http_endpoint = "disabled", http_tokens = "optional" }]
  }
}

resource "aws_instance" "optional" {
  expect_failure = true
  attrs = {
    metadata_options = [{ http_endpoint = "enabled", http_tokens = "optional" }]
  }
}

resource "aws_instance" "default" {
  expect_failure = true
  attrs = {
    metadata_options = [{ http_endpoint = "enabled", http_tokens = null }]
  }
}

resource "aws_instance" "no_block" {
  expect_failure = true
  attrs = {
    metadata_options = []
  }
}

resource "aws_instance" "not_written" {
  expect_unknown = true
  unknown        = ["metadata_options"]
  attrs = {
    instance_type = "t3.micro"
  }
}

resource "aws_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["metadata_options.0.http_tokens"]
  attrs = {
    metadata_options = [{ http_endpoint = "enabled", http_tokens = null }]
  }
}

resource "aws_instance" "required_whatever_the_endpoint" {
  unknown = ["metadata_options.0.http_endpoint"]
  attrs = {
    metadata_options = [{ http_endpoint = null, http_tokens = "required" }]
  }
}

resource "aws_launch_template" "required" {
  attrs = {
    metadata_options = [{ http_endpoint = "enabled", http_tokens = "required" }]
  }
}

resource "aws_launch_template" "no_service" {
  attrs = {
    metadata_options = [{ http_endpoint = "disabled", http_tokens = "optional" }]
  }
}

resource "aws_launch_template" "optional" {
  expect_failure = true
  attrs = {
    metadata_options = [{ http_endpoint = "enabled", http_tokens = "optional" }]
  }
}

resource "aws_launch_template" "default" {
  expect_failure = true
  attrs = {
    metadata_options = [{ http_endpoint = "enabled", http_tokens = null }]
  }
}

resource "aws_launch_template" "no_block" {
  expect_failure = true
  attrs = {
    metadata_options = []
  }
}

resource "aws_launch_template" "not_written" {
  expect_unknown = true
  unknown        = ["metadata_options"]
  attrs = {
    instance_type = "t3.micro"
  }
}

resource "aws_launch_template" "known_after_apply" {
  expect_unknown = true
  unknown        = ["metadata_options.0.http_tokens"]
  attrs = {
    metadata_options = [{ http_endpoint = "enabled", http_tokens = null }]
  }
}

resource "aws_launch_template" "required_whatever_the_endpoint" {
  unknown = ["metadata_options.0.http_endpoint"]
  attrs = {
    metadata_options = [{ http_endpoint = null, http_tokens = "required" }]
  }
}

resource "aws_launch_configuration" "required" {
  attrs = {
    metadata_options = [{ http_endpoint = "enabled", http_tokens = "required" }]
  }
}

resource "aws_launch_configuration" "no_service" {
  attrs = {
    metadata_options = [{ http_endpoint = "disabled", http_tokens = "optional" }]
  }
}

resource "aws_launch_configuration" "optional" {
  expect_failure = true
  attrs = {
    metadata_options = [{ http_endpoint = "enabled", http_tokens = "optional" }]
  }
}

resource "aws_launch_configuration" "default" {
  expect_failure = true
  attrs = {
    metadata_options = [{ http_endpoint = "enabled", http_tokens = null }]
  }
}

resource "aws_launch_configuration" "no_block" {
  expect_failure = true
  attrs = {
    metadata_options = []
  }
}

resource "aws_launch_configuration" "not_written" {
  expect_unknown = true
  unknown        = ["metadata_options"]
  attrs = {
    instance_type = "t3.micro"
  }
}

resource "aws_launch_configuration" "known_after_apply" {
  expect_unknown = true
  unknown        = ["metadata_options.0.http_tokens"]
  attrs = {
    metadata_options = [{ http_endpoint = "enabled", http_tokens = null }]
  }
}

resource "aws_launch_configuration" "required_whatever_the_endpoint" {
  unknown = ["metadata_options.0.http_endpoint"]
  attrs = {
    metadata_options = [{ http_endpoint = null, http_tokens = "required" }]
  }
}
