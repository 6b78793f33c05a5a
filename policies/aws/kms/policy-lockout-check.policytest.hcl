policytest {
  targets = ["policy-lockout-check.policy.hcl"]
}

resource "aws_kms_key" "right" {
  attrs = {
    bypass_policy_lockout_safety_check = false
  }
}

resource "aws_kms_key" "wrong" {
  expect_failure = true
  attrs = {
    bypass_policy_lockout_safety_check = true
  }
}

resource "aws_kms_key" "default" {
  attrs = {
    bypass_policy_lockout_safety_check = null
  }
}

resource "aws_kms_key" "known_after_apply" {
  expect_unknown = true
  unknown        = ["bypass_policy_lockout_safety_check"]
  attrs = {
    bypass_policy_lockout_safety_check = false
  }
}

resource "aws_kms_external_key" "right" {
  attrs = {
    bypass_policy_lockout_safety_check = false
  }
}

resource "aws_kms_external_key" "wrong" {
  expect_failure = true
  attrs = {
    bypass_policy_lockout_safety_check = true
  }
}

resource "aws_kms_external_key" "default" {
  attrs = {
    bypass_policy_lockout_safety_check = null
  }
}

resource "aws_kms_external_key" "known_after_apply" {
  expect_unknown = true
  unknown        = ["bypass_policy_lockout_safety_check"]
  attrs = {
    bypass_policy_lockout_safety_check = false
  }
}

resource "aws_kms_replica_key" "right" {
  attrs = {
    bypass_policy_lockout_safety_check = false
  }
}

resource "aws_kms_replica_key" "wrong" {
  expect_failure = true
  attrs = {
    bypass_policy_lockout_safety_check = true
  }
}

resource "aws_kms_replica_key" "default" {
  attrs = {
    bypass_policy_lockout_safety_check = null
  }
}

resource "aws_kms_replica_key" "known_after_apply" {
  expect_unknown = true
  unknown        = ["bypass_policy_lockout_safety_check"]
  attrs = {
    bypass_policy_lockout_safety_check = false
  }
}

resource "aws_kms_key_policy" "right" {
  attrs = {
    bypass_policy_lockout_safety_check = false
  }
}

resource "aws_kms_key_policy" "wrong" {
  expect_failure = true
  attrs = {
    bypass_policy_lockout_safety_check = true
  }
}

resource "aws_kms_key_policy" "default" {
  attrs = {
    bypass_policy_lockout_safety_check = null
  }
}

resource "aws_kms_key_policy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["bypass_policy_lockout_safety_check"]
  attrs = {
    bypass_policy_lockout_safety_check = false
  }
}
