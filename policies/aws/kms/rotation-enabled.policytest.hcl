policytest {
  targets = ["rotation-enabled.policy.hcl"]
}

resource "aws_kms_key" "right" {
  attrs = {
    customer_master_key_spec = "SYMMETRIC_DEFAULT"
    enable_key_rotation      = true
  }
}

resource "aws_kms_key" "wrong" {
  expect_failure = true
  attrs = {
    customer_master_key_spec = "SYMMETRIC_DEFAULT"
    enable_key_rotation      = false
  }
}

resource "aws_kms_key" "default" {
  expect_failure = true
  attrs = {
    customer_master_key_spec = "SYMMETRIC_DEFAULT"
    enable_key_rotation      = null
  }
}

resource "aws_kms_key" "known_after_apply" {
  expect_unknown = true
  unknown        = ["enable_key_rotation"]
  attrs = {
    customer_master_key_spec = "SYMMETRIC_DEFAULT"
    enable_key_rotation      = true
  }
}

resource "aws_kms_key" "asymmetric" {
  attrs = {
    customer_master_key_spec = "RSA_2048"
    enable_key_rotation      = false
  }
}

resource "aws_kms_key" "hmac" {
  attrs = {
    customer_master_key_spec = "HMAC_256"
    enable_key_rotation      = null
  }
}

resource "aws_kms_key" "own_store" {
  attrs = {
    customer_master_key_spec = "SYMMETRIC_DEFAULT"
    custom_key_store_id      = "cks-1"
    enable_key_rotation      = false
  }
}

resource "aws_kms_key" "spec_not_set" {
  expect_failure = true
  attrs = {
    customer_master_key_spec = null
    enable_key_rotation      = false
  }
}
