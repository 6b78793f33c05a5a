policytest {
  targets = ["rotation-enabled.policy.hcl"]
}

resource "aws_secretsmanager_secret" "rotated_a" {
  attrs = {
    id  = "arn:aws:x:eu-west-1:123456789012:a:a"
    arn = "arn:aws:x:eu-west-1:123456789012:a:a"
  }
}

resource "aws_secretsmanager_secret_rotation" "a" {
  attrs = {
    secret_id = aws_secretsmanager_secret.rotated_a.id
  }
}

resource "aws_secretsmanager_secret" "rotated_b" {
  attrs = {
    id  = "arn:aws:x:eu-west-1:123456789012:a:b"
    arn = "arn:aws:x:eu-west-1:123456789012:a:b"
  }
}

resource "aws_secretsmanager_secret_rotation" "b" {
  attrs = {
    secret_id = aws_secretsmanager_secret.rotated_b.arn
  }
}

resource "aws_secretsmanager_secret" "inline" {
  attrs = {
    id             = "arn:aws:x:eu-west-1:123456789012:a:i"
    arn            = "arn:aws:x:eu-west-1:123456789012:a:i"
    rotation_rules = [{ automatically_after_days = 30 }]
  }
}

resource "aws_secretsmanager_secret" "rules_not_written" {
  expect_failure = true
  unknown        = ["rotation_rules"]
  attrs = {
    id  = "arn:aws:x:eu-west-1:123456789012:a:nw"
    arn = "arn:aws:x:eu-west-1:123456789012:a:nw"
  }
}

resource "aws_secretsmanager_secret" "never" {
  expect_failure = true
  attrs = {
    id             = "arn:aws:x:eu-west-1:123456789012:a:c"
    arn            = "arn:aws:x:eu-west-1:123456789012:a:c"
    rotation_rules = []
  }
}

resource "aws_secretsmanager_secret" "known_after_apply" {
  expect_unknown = true
  unknown        = ["id", "arn"]
  attrs = {
    name = "a"
  }
}
