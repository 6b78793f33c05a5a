policytest {
  targets = ["containers-log.policy.hcl"]
}

resource "aws_ecs_task_definition" "logs" {
  attrs = {
    container_definitions = core::jsonencode([{ "name" : "a", "logConfiguration" : { "logDriver" : "awslogs" } }])
  }
}

resource "aws_ecs_task_definition" "one_does_not" {
  expect_failure = true
  attrs = {
    container_definitions = core::jsonencode([{ "name" : "a", "logConfiguration" : { "logDriver" : "awslogs" } }, { "name" : "b" }])
  }
}

resource "aws_ecs_task_definition" "null" {
  expect_failure = true
  attrs = {
    container_definitions = core::jsonencode([{ "name" : "a", "logConfiguration" : null }])
  }
}

resource "aws_ecs_task_definition" "known_after_apply" {
  expect_unknown = true
  unknown        = ["container_definitions"]
  attrs = {
    family = "a"
  }
}
