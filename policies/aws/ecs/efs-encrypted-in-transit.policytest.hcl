policytest {
  targets = ["efs-encrypted-in-transit.policy.hcl"]
}

resource "aws_ecs_task_definition" "tls" {
  attrs = {
    volume = [{ name = "a", efs_volume_configuration = [] }, { name = "b", efs_volume_configuration = [{ transit_encryption = "ENABLED" }] }]
  }
}

resource "aws_ecs_task_definition" "clear" {
  expect_failure = true
  attrs = {
    volume = [{ name = "a", efs_volume_configuration = [] }, { name = "b", efs_volume_configuration = [{ transit_encryption = "DISABLED" }] }]
  }
}

resource "aws_ecs_task_definition" "default" {
  expect_failure = true
  attrs = {
    volume = [{ name = "a", efs_volume_configuration = [] }, { name = "b", efs_volume_configuration = [{ transit_encryption = null }] }]
  }
}

resource "aws_ecs_task_definition" "none" {
  attrs = {
    volume = []
  }
}

resource "aws_ecs_task_definition" "known_after_apply" {
  expect_unknown = true
  unknown        = ["volume.1.efs_volume_configuration.0.transit_encryption"]
  attrs = {
    volume = [{ name = "a", efs_volume_configuration = [] }, { name = "b", efs_volume_configuration = [{ transit_encryption = null }] }]
  }
}
