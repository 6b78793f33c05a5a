policytest {
  targets = ["retention.policy.hcl"]
}

resource "aws_backup_plan" "within" {
  attrs = {
    rule = [{ rule_name = "r", lifecycle = [{ delete_after = 7 }] }, { rule_name = "r", lifecycle = [{ delete_after = 100 }] }]
  }
  inputs {
    backup-plan-retention-min = 7
    backup-plan-retention-max = 100
  }
}

resource "aws_backup_plan" "too_short" {
  expect_failure = true
  attrs = {
    rule = [{ rule_name = "r", lifecycle = [{ delete_after = 30 }] }, { rule_name = "r", lifecycle = [{ delete_after = 6 }] }]
  }
  inputs {
    backup-plan-retention-min = 7
    backup-plan-retention-max = 100
  }
}

resource "aws_backup_plan" "too_long" {
  expect_failure = true
  attrs = {
    rule = [{ rule_name = "r", lifecycle = [{ delete_after = 101 }] }]
  }
  inputs {
    backup-plan-retention-min = 7
    backup-plan-retention-max = 100
  }
}

resource "aws_backup_plan" "forever" {
  expect_failure = true
  attrs = {
    rule = [{ rule_name = "r", lifecycle = [{ delete_after = null }] }]
  }
}

resource "aws_backup_plan" "no_lifecycle" {
  expect_failure = true
  attrs = {
    rule = [{ rule_name = "r", lifecycle = [] }]
  }
}

resource "aws_backup_plan" "known_after_apply" {
  expect_unknown = true
  unknown        = ["rule.0.lifecycle.0.delete_after"]
  attrs = {
    rule = [{ rule_name = "r", lifecycle = [{ delete_after = 30 }] }]
  }
}

resource "aws_backup_plan" "one_wrong_one_unknown" {
  expect_failure = true
  unknown        = ["rule.0.lifecycle.0.delete_after"]
  attrs = {
    rule = [{ rule_name = "r", lifecycle = [{ delete_after = 30 }] }, { rule_name = "r", lifecycle = [{ delete_after = 1 }] }]
  }
}
