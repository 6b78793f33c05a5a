policytest {
  targets = ["encryption-own-key.policy.hcl"]
}

resource "aws_fsx_windows_file_system" "set" {
  attrs = {
    kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1"
  }
}

resource "aws_fsx_windows_file_system" "not_set" {
  expect_failure = true
  attrs = {
    kms_key_id = null
  }
}

resource "aws_fsx_windows_file_system" "empty" {
  expect_failure = true
  attrs = {
    kms_key_id = ""
  }
}

resource "aws_fsx_windows_file_system" "known_after_apply" {
  expect_unknown = true
  unknown        = ["kms_key_id"]
  attrs = {
    kms_key_id = null
  }
}

resource "aws_fsx_ontap_file_system" "set" {
  attrs = {
    kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1"
  }
}

resource "aws_fsx_ontap_file_system" "not_set" {
  expect_failure = true
  attrs = {
    kms_key_id = null
  }
}

resource "aws_fsx_ontap_file_system" "empty" {
  expect_failure = true
  attrs = {
    kms_key_id = ""
  }
}

resource "aws_fsx_ontap_file_system" "known_after_apply" {
  expect_unknown = true
  unknown        = ["kms_key_id"]
  attrs = {
    kms_key_id = null
  }
}

resource "aws_fsx_openzfs_file_system" "set" {
  attrs = {
    kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1"
  }
}

resource "aws_fsx_openzfs_file_system" "not_set" {
  expect_failure = true
  attrs = {
    kms_key_id = null
  }
}

resource "aws_fsx_openzfs_file_system" "empty" {
  expect_failure = true
  attrs = {
    kms_key_id = ""
  }
}

resource "aws_fsx_openzfs_file_system" "known_after_apply" {
  expect_unknown = true
  unknown        = ["kms_key_id"]
  attrs = {
    kms_key_id = null
  }
}

resource "aws_fsx_lustre_file_system" "set" {
  attrs = {
    deployment_type = "PERSISTENT_2"
    kms_key_id      = "arn:aws:kms:eu-west-1:123456789012:key/1"
  }
}

resource "aws_fsx_lustre_file_system" "not_set" {
  expect_failure = true
  attrs = {
    deployment_type = "PERSISTENT_2"
    kms_key_id      = null
  }
}

resource "aws_fsx_lustre_file_system" "empty" {
  expect_failure = true
  attrs = {
    deployment_type = "PERSISTENT_2"
    kms_key_id      = ""
  }
}

resource "aws_fsx_lustre_file_system" "known_after_apply" {
  expect_unknown = true
  unknown        = ["kms_key_id"]
  attrs = {
    deployment_type = "PERSISTENT_2"
    kms_key_id      = null
  }
}

resource "aws_fsx_lustre_file_system" "scratch" {
  attrs = {
    deployment_type = "SCRATCH_2"
    kms_key_id      = null
  }
}
