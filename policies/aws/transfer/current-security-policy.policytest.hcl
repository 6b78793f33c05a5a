policytest {
  targets = ["current-security-policy.policy.hcl"]
}

resource "aws_transfer_server" "right" {
  attrs = {
    security_policy_name = "TransferSecurityPolicy-2024-01"
  }
}

resource "aws_transfer_server" "right_1" {
  attrs = {
    security_policy_name = "TransferSecurityPolicy-FIPS-2024-01"
  }
}

resource "aws_transfer_server" "right_2" {
  attrs = {
    security_policy_name = "TransferSecurityPolicy-Restricted-2024-06"
  }
}

resource "aws_transfer_server" "right_3" {
  attrs = {
    security_policy_name = "TransferSecurityPolicy-2025-03"
  }
}

resource "aws_transfer_server" "wrong" {
  expect_failure = true
  attrs = {
    security_policy_name = "TransferSecurityPolicy-2018-11"
  }
}

resource "aws_transfer_server" "wrong_1" {
  expect_failure = true
  attrs = {
    security_policy_name = "TransferSecurityPolicy-2020-06"
  }
}

resource "aws_transfer_server" "wrong_2" {
  expect_failure = true
  attrs = {
    security_policy_name = "TransferSecurityPolicy-FIPS-2023-05"
  }
}

resource "aws_transfer_server" "wrong_3" {
  expect_failure = true
  attrs = {
    security_policy_name = "TransferSecurityPolicy-2022-03"
  }
}

resource "aws_transfer_server" "default" {
  expect_failure = true
  attrs = {
    security_policy_name = null
  }
}

resource "aws_transfer_server" "known_after_apply" {
  expect_unknown = true
  unknown        = ["security_policy_name"]
  attrs = {
    security_policy_name = null
  }
}
