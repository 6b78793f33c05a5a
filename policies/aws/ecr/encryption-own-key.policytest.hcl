policytest {
  targets = ["encryption-own-key.policy.hcl"]
}

resource "aws_ecr_repository" "right" {
  attrs = {
    encryption_configuration = [{ encryption_type = "KMS" }]
  }
}

resource "aws_ecr_repository" "right_1" {
  attrs = {
    encryption_configuration = [{ encryption_type = "KMS_DSSE" }]
  }
}

resource "aws_ecr_repository" "wrong" {
  expect_failure = true
  attrs = {
    encryption_configuration = [{ encryption_type = "AES256" }]
  }
}

resource "aws_ecr_repository" "default" {
  expect_failure = true
  attrs = {
    encryption_configuration = [{ encryption_type = null }]
  }
}

resource "aws_ecr_repository" "no_block" {
  expect_failure = true
  attrs = {
    encryption_configuration = []
  }
}

resource "aws_ecr_repository" "known_after_apply" {
  expect_unknown = true
  unknown        = ["encryption_configuration.0.encryption_type"]
  attrs = {
    encryption_configuration = [{ encryption_type = null }]
  }
}
