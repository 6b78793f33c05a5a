policytest {
  targets = ["deletion-protection.policy.hcl"]
}

resource "aws_lb" "right" {
  attrs = {
    enable_deletion_protection = true
  }
}

resource "aws_lb" "wrong" {
  expect_failure = true
  attrs = {
    enable_deletion_protection = false
  }
}

resource "aws_lb" "default" {
  expect_failure = true
  attrs = {
    enable_deletion_protection = null
  }
}

resource "aws_lb" "known_after_apply" {
  expect_unknown = true
  unknown        = ["enable_deletion_protection"]
  attrs = {
    enable_deletion_protection = true
  }
}

resource "aws_alb" "right" {
  attrs = {
    enable_deletion_protection = true
  }
}

resource "aws_alb" "wrong" {
  expect_failure = true
  attrs = {
    enable_deletion_protection = false
  }
}

resource "aws_alb" "default" {
  expect_failure = true
  attrs = {
    enable_deletion_protection = null
  }
}

resource "aws_alb" "known_after_apply" {
  expect_unknown = true
  unknown        = ["enable_deletion_protection"]
  attrs = {
    enable_deletion_protection = true
  }
}
