policytest {
  targets = ["no-secrets-in-environment.policy.hcl"]
}

resource "aws_ecs_task_definition" "plain" {
  attrs = {
    container_definitions = core::jsonencode([{ "name" : "a", "environment" : [{ "name" : "STAGE", "value" : "prod" }] }])
  }
}

resource "aws_ecs_task_definition" "none" {
  attrs = {
    container_definitions = core::jsonencode([{ "name" : "a" }])
  }
}

resource "aws_ecs_task_definition" "null" {
  attrs = {
    container_definitions = core::jsonencode([{ "name" : "a", "environment" : null }])
  }
}

resource "aws_ecs_task_definition" "by_name" {
  expect_failure = true
  attrs = {
    container_definitions = core::jsonencode([{ "name" : "a", "environment" : [{ "name" : "STAGE", "value" : "prod" }, { "name" : "AWS_SECRET_ACCESS_KEY", "value" : "x" }] }])
  }
}

resource "aws_ecs_task_definition" "by_value" {
  expect_failure = true
  attrs = {
    container_definitions = core::jsonencode([{ "name" : "a", "environment" : [{ "name" : "KEY", "value" : "AKIAIOSFODNN7EXAMPLE" }] }])
  }
}

resource "aws_ecs_task_definition" "known_after_apply" {
  expect_unknown = true
  unknown        = ["container_definitions"]
  attrs = {
    family = "a"
  }
}
