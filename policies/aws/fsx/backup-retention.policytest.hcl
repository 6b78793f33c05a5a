policytest {
  targets = ["backup-retention.policy.hcl"]
}

resource "aws_fsx_windows_file_system" "lowest" {
  attrs = {
    automatic_backup_retention_days = 7
  }
  inputs {
    fsx-backup-retention-min = 7
    fsx-backup-retention-max = 30
  }
}

resource "aws_fsx_windows_file_system" "highest" {
  attrs = {
    automatic_backup_retention_days = 30
  }
  inputs {
    fsx-backup-retention-min = 7
    fsx-backup-retention-max = 30
  }
}

resource "aws_fsx_windows_file_system" "too_short" {
  expect_failure = true
  attrs = {
    automatic_backup_retention_days = 6
  }
  inputs {
    fsx-backup-retention-min = 7
    fsx-backup-retention-max = 30
  }
}

resource "aws_fsx_windows_file_system" "too_long" {
  expect_failure = true
  attrs = {
    automatic_backup_retention_days = 31
  }
  inputs {
    fsx-backup-retention-min = 7
    fsx-backup-retention-max = 30
  }
}

resource "aws_fsx_windows_file_system" "default" {
  expect_failure = true
  attrs = {
    automatic_backup_retention_days = null
  }
  inputs {
    fsx-backup-retention-min = 8
    fsx-backup-retention-max = 35
  }
}

resource "aws_fsx_windows_file_system" "default_allowed" {
  attrs = {
    automatic_backup_retention_days = null
  }
  inputs {
    fsx-backup-retention-min = 7
    fsx-backup-retention-max = 35
  }
}

resource "aws_fsx_windows_file_system" "off" {
  expect_failure = true
  attrs = {
    automatic_backup_retention_days = 0
  }
}

resource "aws_fsx_windows_file_system" "known_after_apply" {
  expect_unknown = true
  unknown        = ["automatic_backup_retention_days"]
  attrs = {
    automatic_backup_retention_days = 7
  }
}

resource "aws_fsx_ontap_file_system" "lowest" {
  attrs = {
    automatic_backup_retention_days = 7
  }
  inputs {
    fsx-backup-retention-min = 7
    fsx-backup-retention-max = 30
  }
}

resource "aws_fsx_ontap_file_system" "highest" {
  attrs = {
    automatic_backup_retention_days = 30
  }
  inputs {
    fsx-backup-retention-min = 7
    fsx-backup-retention-max = 30
  }
}

resource "aws_fsx_ontap_file_system" "too_short" {
  expect_failure = true
  attrs = {
    automatic_backup_retention_days = 6
  }
  inputs {
    fsx-backup-retention-min = 7
    fsx-backup-retention-max = 30
  }
}

resource "aws_fsx_ontap_file_system" "too_long" {
  expect_failure = true
  attrs = {
    automatic_backup_retention_days = 31
  }
  inputs {
    fsx-backup-retention-min = 7
    fsx-backup-retention-max = 30
  }
}

resource "aws_fsx_ontap_file_system" "default" {
  expect_failure = true
  attrs = {
    automatic_backup_retention_days = null
  }
  inputs {
    fsx-backup-retention-min = 1
    fsx-backup-retention-max = 35
  }
}

resource "aws_fsx_ontap_file_system" "default_allowed" {
  attrs = {
    automatic_backup_retention_days = null
  }
  inputs {
    fsx-backup-retention-min = 0
    fsx-backup-retention-max = 35
  }
}

resource "aws_fsx_ontap_file_system" "off" {
  expect_failure = true
  attrs = {
    automatic_backup_retention_days = 0
  }
}

resource "aws_fsx_ontap_file_system" "known_after_apply" {
  expect_unknown = true
  unknown        = ["automatic_backup_retention_days"]
  attrs = {
    automatic_backup_retention_days = 7
  }
}

resource "aws_fsx_openzfs_file_system" "lowest" {
  attrs = {
    automatic_backup_retention_days = 7
  }
  inputs {
    fsx-backup-retention-min = 7
    fsx-backup-retention-max = 30
  }
}

resource "aws_fsx_openzfs_file_system" "highest" {
  attrs = {
    automatic_backup_retention_days = 30
  }
  inputs {
    fsx-backup-retention-min = 7
    fsx-backup-retention-max = 30
  }
}

resource "aws_fsx_openzfs_file_system" "too_short" {
  expect_failure = true
  attrs = {
    automatic_backup_retention_days = 6
  }
  inputs {
    fsx-backup-retention-min = 7
    fsx-backup-retention-max = 30
  }
}

resource "aws_fsx_openzfs_file_system" "too_long" {
  expect_failure = true
  attrs = {
    automatic_backup_retention_days = 31
  }
  inputs {
    fsx-backup-retention-min = 7
    fsx-backup-retention-max = 30
  }
}

resource "aws_fsx_openzfs_file_system" "default" {
  expect_failure = true
  attrs = {
    automatic_backup_retention_days = null
  }
  inputs {
    fsx-backup-retention-min = 1
    fsx-backup-retention-max = 35
  }
}

resource "aws_fsx_openzfs_file_system" "default_allowed" {
  attrs = {
    automatic_backup_retention_days = null
  }
  inputs {
    fsx-backup-retention-min = 0
    fsx-backup-retention-max = 35
  }
}

resource "aws_fsx_openzfs_file_system" "off" {
  expect_failure = true
  attrs = {
    automatic_backup_retention_days = 0
  }
}

resource "aws_fsx_openzfs_file_system" "known_after_apply" {
  expect_unknown = true
  unknown        = ["automatic_backup_retention_days"]
  attrs = {
    automatic_backup_retention_days = 7
  }
}

resource "aws_fsx_lustre_file_system" "lowest" {
  attrs = {
    deployment_type                 = "PERSISTENT_2"
    automatic_backup_retention_days = 7
  }
  inputs {
    fsx-backup-retention-min = 7
    fsx-backup-retention-max = 30
  }
}

resource "aws_fsx_lustre_file_system" "highest" {
  attrs = {
    deployment_type                 = "PERSISTENT_2"
    automatic_backup_retention_days = 30
  }
  inputs {
    fsx-backup-retention-min = 7
    fsx-backup-retention-max = 30
  }
}

resource "aws_fsx_lustre_file_system" "too_short" {
  expect_failure = true
  attrs = {
    deployment_type                 = "PERSISTENT_2"
    automatic_backup_retention_days = 6
  }
  inputs {
    fsx-backup-retention-min = 7
    fsx-backup-retention-max = 30
  }
}

resource "aws_fsx_lustre_file_system" "too_long" {
  expect_failure = true
  attrs = {
    deployment_type                 = "PERSISTENT_2"
    automatic_backup_retention_days = 31
  }
  inputs {
    fsx-backup-retention-min = 7
    fsx-backup-retention-max = 30
  }
}

resource "aws_fsx_lustre_file_system" "default" {
  expect_failure = true
  attrs = {
    deployment_type                 = "PERSISTENT_2"
    automatic_backup_retention_days = null
  }
  inputs {
    fsx-backup-retention-min = 1
    fsx-backup-retention-max = 35
  }
}

resource "aws_fsx_lustre_file_system" "default_allowed" {
  attrs = {
    deployment_type                 = "PERSISTENT_2"
    automatic_backup_retention_days = null
  }
  inputs {
    fsx-backup-retention-min = 0
    fsx-backup-retention-max = 35
  }
}

resource "aws_fsx_lustre_file_system" "off" {
  expect_failure = true
  attrs = {
    deployment_type                 = "PERSISTENT_2"
    automatic_backup_retention_days = 0
  }
}

resource "aws_fsx_lustre_file_system" "known_after_apply" {
  expect_unknown = true
  unknown        = ["automatic_backup_retention_days"]
  attrs = {
    deployment_type                 = "PERSISTENT_2"
    automatic_backup_retention_days = 7
  }
}

resource "aws_fsx_lustre_file_system" "scratch_has_none" {
  attrs = {
    deployment_type                 = "SCRATCH_2"
    automatic_backup_retention_days = null
  }
}

resource "aws_fsx_lustre_file_system" "type_not_set" {
  attrs = {
    deployment_type                 = null
    automatic_backup_retention_days = null
  }
}
