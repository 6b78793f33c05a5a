policytest {
  targets = ["no-plaintext-credentials.policy.hcl"]
}

resource "aws_codebuild_project" "plain" {
  attrs = {
    environment = [{ environment_variable = [{ name = "STAGE", value = "prod", type = null }, { name = "REGION", value = "eu-west-1", type = null }] }]
  }
}

resource "aws_codebuild_project" "by_name" {
  expect_failure = true
  attrs = {
    environment = [{ environment_variable = [{ name = "STAGE", value = "prod", type = null }, { name = "AWS_SECRET_ACCESS_KEY", value = "x", type = null }] }]
  }
}

resource "aws_codebuild_project" "by_value" {
  expect_failure = true
  attrs = {
    environment = [{ environment_variable = [{ name = "STAGE", value = "prod", type = null }, { name = "KEY", value = "AKIAIOSFODNN7EXAMPLE", type = "PLAINTEXT" }] }]
  }
}

resource "aws_codebuild_project" "secret" {
  attrs = {
    environment = [{ environment_variable = [{ name = "STAGE", value = "prod", type = null }, { name = "AWS_SECRET_ACCESS_KEY", value = "a:b", type = "SECRETS_MANAGER" }] }]
  }
}

resource "aws_codebuild_project" "none" {
  attrs = {
    environment = [{ environment_variable = [] }]
  }
}

resource "aws_codebuild_project" "known_after_apply" {
  expect_unknown = true
  unknown        = ["environment.0.environment_variable.1.value"]
  attrs = {
    environment = [{ environment_variable = [{ name = "STAGE", value = "prod", type = null }, { name = "KEY", value = "x", type = null }] }]
  }
}
