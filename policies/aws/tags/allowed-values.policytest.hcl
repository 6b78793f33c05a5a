policytest {
  targets = ["allowed-values.policy.hcl"]
}

resource "aws_sqs_queue" "allowed" {
  attrs = {
    tags     = { Environment = "prod", Owner = "a" }
    tags_all = { Environment = "prod", Owner = "a" }
  }
  inputs {
    allowed-values-by-tag = { Environment = ["dev", "prod"], Tier = ["web"] }
  }
}

resource "aws_sqs_queue" "another" {
  expect_failure = true
  attrs = {
    tags     = { Environment = "production" }
    tags_all = { Environment = "production" }
  }
  inputs {
    allowed-values-by-tag = { Environment = ["dev", "prod"], Tier = ["web"] }
  }
}

resource "aws_sqs_queue" "second_key" {
  expect_failure = true
  attrs = {
    tags     = { Environment = "dev", Tier = "db" }
    tags_all = { Environment = "dev", Tier = "db" }
  }
  inputs {
    allowed-values-by-tag = { Environment = ["dev", "prod"], Tier = ["web"] }
  }
}

resource "aws_sqs_queue" "by_default_tags" {
  expect_failure = true
  attrs = {
    tags     = null
    tags_all = { Environment = "PRD" }
  }
  inputs {
    allowed-values-by-tag = { Environment = ["dev", "prod"], Tier = ["web"] }
  }
}

resource "aws_sqs_queue" "own_wins" {
  attrs = {
    tags     = { Environment = "dev" }
    tags_all = { Environment = "dev" }
  }
  inputs {
    allowed-values-by-tag = { Environment = ["dev", "prod"], Tier = ["web"] }
  }
}

resource "aws_sqs_queue" "without" {
  attrs = {
    tags     = null
    tags_all = {}
  }
  inputs {
    allowed-values-by-tag = { Environment = ["dev", "prod"], Tier = ["web"] }
  }
}

resource "aws_sqs_queue" "no_input" {
  attrs = {
    tags     = { Environment = "x" }
    tags_all = { Environment = "x" }
  }
}

resource "aws_sqs_queue" "known_after_apply" {
  expect_unknown = true
  unknown        = ["tags.Environment"]
  attrs = {
    tags = { Environment = "x", Tier = "web" }
  }
  inputs {
    allowed-values-by-tag = { Environment = ["dev", "prod"], Tier = ["web"] }
  }
}

resource "aws_sqs_queue" "one_wrong_one_unknown" {
  expect_failure = true
  unknown        = ["tags.Environment"]
  attrs = {
    tags = { Environment = "x", Tier = "db" }
  }
  inputs {
    allowed-values-by-tag = { Environment = ["dev", "prod"], Tier = ["web"] }
  }
}

resource "aws_sqs_queue" "own_known_all_unknown" {
  unknown = ["tags_all"]
  attrs = {
    tags = { Environment = "dev", Tier = "web" }
  }
  inputs {
    allowed-values-by-tag = { Environment = ["dev", "prod"], Tier = ["web"] }
  }
}

resource "aws_sqs_queue_policy" "takes_no_tags" {
  attrs = {
    queue_url = "a"
  }
  inputs {
    allowed-values-by-tag = { Environment = ["dev", "prod"], Tier = ["web"] }
  }
}

resource "aws_autoscaling_group" "allowed" {
  attrs = {
    tag = [{ key = "Environment", value = "prod" }, { key = "Owner", value = "a" }]
  }
  inputs {
    allowed-values-by-tag = { Environment = ["dev", "prod"], Tier = ["web"] }
  }
}

resource "aws_autoscaling_group" "another" {
  expect_failure = true
  attrs = {
    tag = [{ key = "Environment", value = "production" }]
  }
  inputs {
    allowed-values-by-tag = { Environment = ["dev", "prod"], Tier = ["web"] }
  }
}

resource "aws_autoscaling_group" "known_after_apply" {
  expect_unknown = true
  unknown        = ["tag.0.value"]
  attrs = {
    tag = [{ key = "Environment" }]
  }
  inputs {
    allowed-values-by-tag = { Environment = ["dev", "prod"], Tier = ["web"] }
  }
}
