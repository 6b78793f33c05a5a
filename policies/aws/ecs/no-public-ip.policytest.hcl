policytest {
  targets = ["no-public-ip.policy.hcl"]
}

resource "aws_ecs_service" "right" {
  attrs = {
    network_configuration = [{ assign_public_ip = false }]
  }
}

resource "aws_ecs_service" "wrong" {
  expect_failure = true
  attrs = {
    network_configuration = [{ assign_public_ip = true }]
  }
}

resource "aws_ecs_service" "default" {
  attrs = {
    network_configuration = [{ assign_public_ip = null }]
  }
}

resource "aws_ecs_service" "no_block" {
  attrs = {
    network_configuration = []
  }
}

resource "aws_ecs_service" "known_after_apply" {
  expect_unknown = true
  unknown        = ["network_configuration.0.assign_public_ip"]
  attrs = {
    network_configuration = [{ assign_public_ip = false }]
  }
}

resource "aws_ecs_task_set" "right" {
  attrs = {
    network_configuration = [{ assign_public_ip = false }]
  }
}

resource "aws_ecs_task_set" "wrong" {
  expect_failure = true
  attrs = {
    network_configuration = [{ assign_public_ip = true }]
  }
}

resource "aws_ecs_task_set" "default" {
  attrs = {
    network_configuration = [{ assign_public_ip = null }]
  }
}

resource "aws_ecs_task_set" "no_block" {
  attrs = {
    network_configuration = []
  }
}

resource "aws_ecs_task_set" "known_after_apply" {
  expect_unknown = true
  unknown        = ["network_configuration.0.assign_public_ip"]
  attrs = {
    network_configuration = [{ assign_public_ip = false }]
  }
}
