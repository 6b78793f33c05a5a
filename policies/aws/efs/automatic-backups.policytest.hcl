policytest {
  targets = ["automatic-backups.policy.hcl"]
}

resource "aws_efs_file_system" "backed_up_a" {
  attrs = {
    id = "fs-a"
  }
}

resource "aws_efs_backup_policy" "a" {
  attrs = {
    file_system_id = aws_efs_file_system.backed_up_a.id
    backup_policy  = [{ status = "ENABLED" }]
  }
}

resource "aws_efs_file_system" "backed_up_b" {
  attrs = {
    id = "fs-b"
  }
}

resource "aws_efs_backup_policy" "b" {
  attrs = {
    file_system_id = aws_efs_file_system.backed_up_b.id
    backup_policy  = [{ status = "ENABLED" }]
  }
}

resource "aws_efs_file_system" "switched_off" {
  expect_failure = true
  attrs = {
    id = "fs-c"
  }
}

resource "aws_efs_backup_policy" "c" {
  attrs = {
    file_system_id = aws_efs_file_system.switched_off.id
    backup_policy  = [{ status = "DISABLED" }]
  }
}

resource "aws_efs_file_system" "without" {
  expect_failure = true
  attrs = {
    id = "fs-d"
  }
}

resource "aws_efs_file_system" "status_known_after_apply" {
  expect_unknown = true
  attrs = {
    id = "fs-e"
  }
}

resource "aws_efs_backup_policy" "e" {
  unknown = ["backup_policy.0.status"]
  attrs = {
    file_system_id = "fs-e"
    backup_policy  = [{}]
  }
}

resource "aws_efs_file_system" "id_known_after_apply" {
  expect_unknown = true
  unknown        = ["id"]
  attrs = {
    name = "x"
  }
}
