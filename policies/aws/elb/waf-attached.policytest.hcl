policytest {
  targets = ["waf-attached.policy.hcl"]
}

resource "aws_lb" "first" {
  attrs = {
    arn      = "arn:aws_lb:first"
    internal = false
  }
}

resource "aws_wafv2_web_acl_association" "aws_lbfirst" {
  skip = true
  attrs = {
    resource_arn = aws_lb.first.arn
  }
}

resource "aws_lb" "second" {
  attrs = {
    arn      = "arn:aws_lb:second"
    internal = false
  }
}

resource "aws_wafv2_web_acl_association" "aws_lbsecond" {
  skip = true
  attrs = {
    resource_arn = aws_lb.second.arn
  }
}

resource "aws_lb" "without" {
  expect_failure = true
  attrs = {
    arn      = "arn:aws_lb:without"
    internal = false
  }
}

resource "aws_lb" "internal" {
  attrs = {
    arn      = "arn:aws_lb:internal"
    internal = true
  }
}

resource "aws_lb" "network" {
  attrs = {
    arn                = "arn:aws_lb:network"
    load_balancer_type = "network"
  }
}

resource "aws_lb" "known_after_apply" {
  expect_unknown = true
  unknown        = ["arn"]
  attrs = {
    internal = false
  }
}

resource "aws_alb" "first" {
  attrs = {
    arn      = "arn:aws_alb:first"
    internal = false
  }
}

resource "aws_wafv2_web_acl_association" "aws_albfirst" {
  skip = true
  attrs = {
    resource_arn = aws_alb.first.arn
  }
}

resource "aws_alb" "second" {
  attrs = {
    arn      = "arn:aws_alb:second"
    internal = false
  }
}

resource "aws_wafv2_web_acl_association" "aws_albsecond" {
  skip = true
  attrs = {
    resource_arn = aws_alb.second.arn
  }
}

resource "aws_alb" "without" {
  expect_failure = true
  attrs = {
    arn      = "arn:aws_alb:without"
    internal = false
  }
}

resource "aws_alb" "internal" {
  attrs = {
    arn      = "arn:aws_alb:internal"
    internal = true
  }
}

resource "aws_alb" "network" {
  attrs = {
    arn                = "arn:aws_alb:network"
    load_balancer_type = "network"
  }
}

resource "aws_alb" "known_after_apply" {
  expect_unknown = true
  unknown        = ["arn"]
  attrs = {
    internal = false
  }
}
