policytest {
  targets = ["in-vpc.policy.hcl"]
}

resource "aws_opensearch_domain" "inside" {
  attrs = {
    vpc_options = [{ subnet_ids = ["subnet-1"] }]
  }
}

resource "aws_opensearch_domain" "public" {
  expect_failure = true
  attrs = {
    vpc_options = []
  }
}

resource "aws_opensearch_domain" "no_subnet" {
  expect_failure = true
  attrs = {
    vpc_options = [{ subnet_ids = [] }]
  }
}

resource "aws_opensearch_domain" "known_after_apply" {
  expect_unknown = true
  unknown        = ["vpc_options.0.subnet_ids"]
  attrs = {
    vpc_options = [{}]
  }
}

resource "aws_opensearch_domain" "one_subnet_known_after_apply" {
  unknown = ["vpc_options.0.subnet_ids.0"]
  attrs = {
    vpc_options = [{ subnet_ids = ["x"] }]
  }
}

resource "aws_elasticsearch_domain" "inside" {
  attrs = {
    vpc_options = [{ subnet_ids = ["subnet-1"] }]
  }
}

resource "aws_elasticsearch_domain" "public" {
  expect_failure = true
  attrs = {
    vpc_options = []
  }
}

resource "aws_elasticsearch_domain" "no_subnet" {
  expect_failure = true
  attrs = {
    vpc_options = [{ subnet_ids = [] }]
  }
}

resource "aws_elasticsearch_domain" "known_after_apply" {
  expect_unknown = true
  unknown        = ["vpc_options.0.subnet_ids"]
  attrs = {
    vpc_options = [{}]
  }
}

resource "aws_elasticsearch_domain" "one_subnet_known_after_apply" {
  unknown = ["vpc_options.0.subnet_ids.0"]
  attrs = {
    vpc_options = [{ subnet_ids = ["x"] }]
  }
}
