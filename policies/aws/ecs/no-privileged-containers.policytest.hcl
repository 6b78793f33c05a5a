policytest {
  targets = ["no-privileged-containers.policy.hcl"]
}

resource "aws_ecs_task_definition" "plain" {
  attrs = {
    container_definitions = core::jsonencode([{ "name" : "a" }, { "name" : "b", "privileged" : false }])
  }
}

resource "aws_ecs_task_definition" "none" {
  attrs = {
    container_definitions = core::jsonencode([])
  }
}

resource "aws_ecs_task_definition" "privileged" {
  expect_failure = true
  attrs = {
    container_definitions = core::jsonencode([{ "name" : "a" }, { "name" : "b", "privileged" : true }])
  }
}

resource "aws_ecs_task_definition" "known_after_apply" {
  expect_unknown = true
  unknown        = ["container_definitions"]
  attrs = {
    family = "a"
  }
}
