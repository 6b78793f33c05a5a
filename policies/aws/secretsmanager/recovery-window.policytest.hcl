policytest {
  targets = ["recovery-window.policy.hcl"]
}

resource "aws_secretsmanager_secret" "week" {
  attrs = {
    recovery_window_in_days = 7
  }
}

resource "aws_secretsmanager_secret" "none" {
  expect_failure = true
  attrs = {
    recovery_window_in_days = 0
  }
}

resource "aws_secretsmanager_secret" "default" {
  attrs = {
    recovery_window_in_days = null
  }
}

resource "aws_secretsmanager_secret" "known_after_apply" {
  expect_unknown = true
  unknown        = ["recovery_window_in_days"]
  attrs = {
    name = "a"
  }
}

resource "aws_secretsmanager_secret" "by_input" {
  expect_failure = true
  attrs = {
    recovery_window_in_days = 7
  }
  inputs {
    recovery-window-min = 30
  }
}
