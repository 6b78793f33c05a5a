policytest {
  targets = ["invalid-headers-dropped.policy.hcl"]
}

resource "aws_lb" "right" {
  attrs = {
    drop_invalid_header_fields = true
  }
}

resource "aws_lb" "wrong" {
  expect_failure = true
  attrs = {
    drop_invalid_header_fields = false
  }
}

resource "aws_lb" "default" {
  expect_failure = true
  attrs = {
    drop_invalid_header_fields = null
  }
}

resource "aws_lb" "known_after_apply" {
  expect_unknown = true
  unknown        = ["drop_invalid_header_fields"]
  attrs = {
    drop_invalid_header_fields = true
  }
}

resource "aws_alb" "right" {
  attrs = {
    drop_invalid_header_fields = true
  }
}

resource "aws_alb" "wrong" {
  expect_failure = true
  attrs = {
    drop_invalid_header_fields = false
  }
}

resource "aws_alb" "default" {
  expect_failure = true
  attrs = {
    drop_invalid_header_fields = null
  }
}

resource "aws_alb" "known_after_apply" {
  expect_unknown = true
  unknown        = ["drop_invalid_header_fields"]
  attrs = {
    drop_invalid_header_fields = true
  }
}

resource "aws_lb" "network_has_none" {
  attrs = {
    load_balancer_type         = "network"
    drop_invalid_header_fields = null
  }
}

resource "aws_alb" "network_has_none" {
  attrs = {
    load_balancer_type         = "network"
    drop_invalid_header_fields = null
  }
}
