policytest {
  targets = ["no-host-processes.policy.hcl"]
}

resource "aws_ecs_task_definition" "own" {
  attrs = {
    pid_mode = "task"
    ipc_mode = "none"
  }
}

resource "aws_ecs_task_definition" "default" {
  attrs = {
    pid_mode = null
    ipc_mode = null
  }
}

resource "aws_ecs_task_definition" "host_pid" {
  expect_failure = true
  attrs = {
    pid_mode = "host"
    ipc_mode = null
  }
}

resource "aws_ecs_task_definition" "host_ipc" {
  expect_failure = true
  attrs = {
    pid_mode = null
    ipc_mode = "host"
  }
}

resource "aws_ecs_task_definition" "known_after_apply" {
  expect_unknown = true
  unknown        = ["pid_mode"]
  attrs = {
    ipc_mode = null
  }
}
