policytest {
  targets = ["exec-logging.policy.hcl"]
}

resource "aws_ecs_cluster" "override" {
  attrs = {
    configuration = [{ execute_command_configuration = [{ logging = "OVERRIDE" }] }]
  }
}

resource "aws_ecs_cluster" "none" {
  expect_failure = true
  attrs = {
    configuration = [{ execute_command_configuration = [{ logging = "NONE" }] }]
  }
}

resource "aws_ecs_cluster" "default" {
  attrs = {
    configuration = []
  }
}

resource "aws_ecs_cluster" "null" {
  attrs = {
    configuration = [{ execute_command_configuration = [{ logging = null }] }]
  }
}

resource "aws_ecs_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["configuration.0.execute_command_configuration.0.logging"]
  attrs = {
    configuration = [{ execute_command_configuration = [{ logging = null }] }]
  }
}
