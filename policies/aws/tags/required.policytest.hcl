policytest {
  targets = ["required.policy.hcl"]
}

resource "aws_sqs_queue" "both" {
  attrs = {
    tags     = { Owner = "a", Environment = "prod", Other = "x" }
    tags_all = { Owner = "a", Environment = "prod", Other = "x" }
  }
  inputs {
    required-tags = ["Owner", "Environment"]
  }
}

resource "aws_sqs_queue" "one_missing" {
  expect_failure = true
  attrs = {
    tags     = { Owner = "a" }
    tags_all = { Owner = "a" }
  }
  inputs {
    required-tags = ["Owner", "Environment"]
  }
}

resource "aws_sqs_queue" "by_default_tags" {
  attrs = {
    tags     = { Owner = "a" }
    tags_all = { Owner = "a", Environment = "prod" }
  }
  inputs {
    required-tags = ["Owner", "Environment"]
  }
}

resource "aws_sqs_queue" "only_default_tags" {
  attrs = {
    tags     = null
    tags_all = { Owner = "a", Environment = "prod" }
  }
  inputs {
    required-tags = ["Owner", "Environment"]
  }
}

resource "aws_sqs_queue" "none" {
  expect_failure = true
  attrs = {
    tags     = null
    tags_all = {}
  }
  inputs {
    required-tags = ["Owner", "Environment"]
  }
}

resource "aws_sqs_queue" "older_provider" {
  attrs = {
    tags = { Owner = "a", Environment = "prod" }
  }
  inputs {
    required-tags = ["Owner", "Environment"]
  }
}

resource "aws_sqs_queue" "other_case" {
  expect_failure = true
  attrs = {
    tags     = { owner = "a", Environment = "prod" }
    tags_all = { owner = "a", Environment = "prod" }
  }
  inputs {
    required-tags = ["Owner", "Environment"]
  }
}

resource "aws_sqs_queue" "no_input" {
  attrs = {
    tags     = null
    tags_all = {}
  }
}

resource "aws_sqs_queue" "all_known_after_apply" {
  expect_unknown = true
  unknown        = ["tags_all"]
  attrs = {
    tags = { Owner = "a" }
  }
  inputs {
    required-tags = ["Owner", "Environment"]
  }
}

resource "aws_sqs_queue" "enough_of_them_known" {
  unknown = ["tags_all"]
  attrs = {
    tags = { Owner = "a", Environment = "prod" }
  }
  inputs {
    required-tags = ["Owner", "Environment"]
  }
}

resource "aws_sqs_queue" "value_known_after_apply" {
  unknown = ["tags.Owner", "tags_all.Owner"]
  attrs = {
    tags     = { Environment = "prod" }
    tags_all = { Environment = "prod" }
  }
  inputs {
    required-tags = ["Owner", "Environment"]
  }
}

resource "aws_sqs_queue_policy" "takes_no_tags" {
  attrs = {
    queue_url = "a"
  }
  inputs {
    required-tags = ["Owner", "Environment"]
  }
}

resource "aws_autoscaling_group" "both" {
  attrs = {
    tag = [{ key = "Owner", value = "a", propagate_at_launch = true }, { key = "Environment", value = "prod", propagate_at_launch = true }]
  }
  inputs {
    required-tags = ["Owner", "Environment"]
  }
}

resource "aws_autoscaling_group" "one_missing" {
  expect_failure = true
  attrs = {
    tag = [{ key = "Owner", value = "a", propagate_at_launch = true }]
  }
  inputs {
    required-tags = ["Owner", "Environment"]
  }
}

resource "aws_autoscaling_group" "none" {
  expect_failure = true
  attrs = {
    tag = []
  }
  inputs {
    required-tags = ["Owner", "Environment"]
  }
}

resource "aws_autoscaling_group" "older_provider" {
  attrs = {
    tag  = []
    tags = [{ key = "Owner", value = "a" }, { key = "Environment", value = "prod" }]
  }
  inputs {
    required-tags = ["Owner", "Environment"]
  }
}

resource "aws_autoscaling_group" "no_input" {
  attrs = {
    tag = []
  }
}

resource "aws_autoscaling_group" "known_after_apply" {
  expect_unknown = true
  unknown        = ["tag"]
  attrs = {
    name = "a"
  }
  inputs {
    required-tags = ["Owner", "Environment"]
  }
}
