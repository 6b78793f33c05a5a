policytest {
  targets = ["deletion-window.policy.hcl"]
}

resource "aws_kms_key" "right" {
  attrs = {
    deletion_window_in_days = 14
  }
}

resource "aws_kms_key" "wrong" {
  expect_failure = true
  attrs = {
    deletion_window_in_days = 13
  }
}

resource "aws_kms_key" "default" {
  attrs = {
    deletion_window_in_days = null
  }
}

resource "aws_kms_key" "known_after_apply" {
  expect_unknown = true
  unknown        = ["deletion_window_in_days"]
  attrs = {
    description = "a"
  }
}

resource "aws_kms_key" "by_input" {
  attrs = {
    deletion_window_in_days = 7
  }
  inputs {
    deletion-window-min = 7
  }
}

resource "aws_kms_external_key" "right" {
  attrs = {
    deletion_window_in_days = 14
  }
}

resource "aws_kms_external_key" "wrong" {
  expect_failure = true
  attrs = {
    deletion_window_in_days = 13
  }
}

resource "aws_kms_external_key" "default" {
  attrs = {
    deletion_window_in_days = null
  }
}

resource "aws_kms_external_key" "known_after_apply" {
  expect_unknown = true
  unknown        = ["deletion_window_in_days"]
  attrs = {
    description = "a"
  }
}

resource "aws_kms_external_key" "by_input" {
  attrs = {
    deletion_window_in_days = 7
  }
  inputs {
    deletion-window-min = 7
  }
}

resource "aws_kms_replica_key" "right" {
  attrs = {
    deletion_window_in_days = 14
  }
}

resource "aws_kms_replica_key" "wrong" {
  expect_failure = true
  attrs = {
    deletion_window_in_days = 13
  }
}

resource "aws_kms_replica_key" "default" {
  attrs = {
    deletion_window_in_days = null
  }
}

resource "aws_kms_replica_key" "known_after_apply" {
  expect_unknown = true
  unknown        = ["deletion_window_in_days"]
  attrs = {
    description = "a"
  }
}

resource "aws_kms_replica_key" "by_input" {
  attrs = {
    deletion_window_in_days = 7
  }
  inputs {
    deletion-window-min = 7
  }
}
