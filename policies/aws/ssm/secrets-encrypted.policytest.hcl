policytest {
  targets = ["secrets-encrypted.policy.hcl"]
}

resource "aws_ssm_parameter" "secure" {
  attrs = {
    name = "/app/db/password"
    type = "SecureString"
  }
}

resource "aws_ssm_parameter" "plain" {
  expect_failure = true
  attrs = {
    name = "/app/db/password"
    type = "String"
  }
}

resource "aws_ssm_parameter" "list" {
  expect_failure = true
  attrs = {
    name = "/app/API_KEY"
    type = "StringList"
  }
}

resource "aws_ssm_parameter" "another" {
  attrs = {
    name = "/app/stage"
    type = "String"
  }
}

resource "aws_ssm_parameter" "part_of_a_word" {
  attrs = {
    name = "/app/tokenizer"
    type = "String"
  }
}

resource "aws_ssm_parameter" "known_after_apply" {
  expect_unknown = true
  unknown        = ["type"]
  attrs = {
    name = "/app/token"
  }
}

resource "aws_ssm_parameter" "name_known_after_apply" {
  expect_unknown = true
  unknown        = ["name"]
  attrs = {
    type = "String"
  }
}

resource "aws_ssm_parameter" "by_input" {
  expect_failure = true
  attrs = {
    name = "/app/pin"
    type = "String"
  }
  inputs {
    secrets-encrypted-names = "pin$"
  }
}
