policytest {
  targets = ["./required_tags.policy.hcl"]
}

inputs {
  allowed-envs = ["prod", "stage"]
}

resource "aws_vpc" "good" {
  attrs = { tags = { owner = "me", env = "prod" } }
}

resource "aws_vpc" "untagged" {
  expect_failure = true
  attrs          = { tags = null }
}

resource "aws_vpc" "wrong_env" {
  expect_failure = true
  attrs          = { tags = { owner = "me", env = "dev" } }
}

resource "aws_vpc" "own_inputs" {
  attrs = { tags = { team = "x", env = "dev" } }
  inputs {
    required-tags = ["team"]
    allowed-envs  = ["dev"]
  }
}

resource "aws_vpc" "owner_is_known_later" {
  attrs   = { tags = { env = "prod" } }
  unknown = ["tags.owner"]
}

resource "aws_vpc" "tags_are_known_later" {
  expect_unknown = true
  attrs          = {}
  unknown        = ["tags"]
}

resource "aws_iam_policy_document" "no_tags_at_all" {
  attrs = { json = "{}" }
}

resource "google_x" "other_provider" {
  attrs = { tags = {} }
}
