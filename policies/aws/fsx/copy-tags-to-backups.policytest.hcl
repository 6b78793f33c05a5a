policytest {
  targets = ["copy-tags-to-backups.policy.hcl"]
}

resource "aws_fsx_openzfs_file_system" "right" {
  attrs = {
    copy_tags_to_backups = true
  }
}

resource "aws_fsx_openzfs_file_system" "wrong" {
  expect_failure = true
  attrs = {
    copy_tags_to_backups = false
  }
}

resource "aws_fsx_openzfs_file_system" "default" {
  expect_failure = true
  attrs = {
    copy_tags_to_backups = null
  }
}

resource "aws_fsx_openzfs_file_system" "known_after_apply" {
  expect_unknown = true
  unknown        = ["copy_tags_to_backups"]
  attrs = {
    copy_tags_to_backups = true
  }
}

resource "aws_fsx_windows_file_system" "right" {
  attrs = {
    copy_tags_to_backups = true
  }
}

resource "aws_fsx_windows_file_system" "wrong" {
  expect_failure = true
  attrs = {
    copy_tags_to_backups = false
  }
}

resource "aws_fsx_windows_file_system" "default" {
  expect_failure = true
  attrs = {
    copy_tags_to_backups = null
  }
}

resource "aws_fsx_windows_file_system" "known_after_apply" {
  expect_unknown = true
  unknown        = ["copy_tags_to_backups"]
  attrs = {
    copy_tags_to_backups = true
  }
}
