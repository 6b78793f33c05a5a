policytest {
  targets = ["rotation-period.policy.hcl"]
}

resource "aws_secretsmanager_secret_rotation" "often" {
  attrs = {
    rotation_rules = [{ automatically_after_days = 90, schedule_expression = null }]
  }
}

resource "aws_secretsmanager_secret_rotation" "seldom" {
  expect_failure = true
  attrs = {
    rotation_rules = [{ automatically_after_days = 91, schedule_expression = null }]
  }
}

resource "aws_secretsmanager_secret_rotation" "by_expression" {
  attrs = {
    rotation_rules = [{ automatically_after_days = null, schedule_expression = "rate(10 days)" }]
  }
}

resource "aws_secretsmanager_secret_rotation" "known_after_apply" {
  expect_unknown = true
  unknown        = ["rotation_rules.0.automatically_after_days"]
  attrs = {
    rotation_rules = [{ automatically_after_days = null, schedule_expression = null }]
  }
}

resource "aws_secretsmanager_secret_rotation" "by_input" {
  expect_failure = true
  attrs = {
    rotation_rules = [{ automatically_after_days = 90, schedule_expression = null }]
  }
  inputs {
    rotation-period-max = 30
  }
}
