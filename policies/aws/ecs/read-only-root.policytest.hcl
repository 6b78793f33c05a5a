policytest {
  targets = ["read-only-root.policy.hcl"]
}

resource "aws_ecs_task_definition" "read_only" {
  attrs = {
    container_definitions = core::jsonencode([{ "name" : "a", "readonlyRootFilesystem" : true }])
  }
}

resource "aws_ecs_task_definition" "one_writes" {
  expect_failure = true
  attrs = {
    container_definitions = core::jsonencode([{ "name" : "a", "readonlyRootFilesystem" : true }, { "name" : "b", "readonlyRootFilesystem" : false }])
  }
}

resource "aws_ecs_task_definition" "default" {
  expect_failure = true
  attrs = {
    container_definitions = core::jsonencode([{ "name" : "a" }])
  }
}

resource "aws_ecs_task_definition" "known_after_apply" {
  expect_unknown = true
  unknown        = ["container_definitions"]
  attrs = {
    family = "a"
  }
}

resource "aws_ecs_task_definition" "windows" {
  attrs = {
    container_definitions = core::jsonencode([{ name = "a" }])
    runtime_platform      = [{ operating_system_family = "WINDOWS_SERVER_2022_CORE" }]
  }
}
