policytest {
  targets = ["vault-own-key.policy.hcl"]
}

resource "aws_backup_vault" "set" {
  attrs = {
    kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/1"
  }
}

resource "aws_backup_vault" "not_set" {
  expect_failure = true
  attrs = {
    kms_key_arn = null
  }
}

resource "aws_backup_vault" "empty" {
  expect_failure = true
  attrs = {
    kms_key_arn = ""
  }
}

resource "aws_backup_vault" "known_after_apply" {
  expect_unknown = true
  unknown        = ["kms_key_arn"]
  attrs = {
    kms_key_arn = null
  }
}
