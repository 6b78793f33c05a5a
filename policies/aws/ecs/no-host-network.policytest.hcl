policytest {
  targets = ["no-host-network.policy.hcl"]
}

resource "aws_ecs_task_definition" "own" {
  attrs = {
    network_mode = "awsvpc"
  }
}

resource "aws_ecs_task_definition" "host" {
  expect_failure = true
  attrs = {
    network_mode = "host"
  }
}

resource "aws_ecs_task_definition" "default" {
  attrs = {
    network_mode = null
  }
}

resource "aws_ecs_task_definition" "known_after_apply" {
  expect_unknown = true
  unknown        = ["network_mode"]
  attrs = {
    family = "a"
  }
}
