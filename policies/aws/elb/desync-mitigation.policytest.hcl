policytest {
  targets = ["desync-mitigation.policy.hcl"]
}

resource "aws_lb" "defensive" {
  attrs = {
    desync_mitigation_mode = "defensive"
  }
}

resource "aws_lb" "strictest" {
  attrs = {
    desync_mitigation_mode = "strictest"
  }
}

resource "aws_lb" "monitor" {
  expect_failure = true
  attrs = {
    desync_mitigation_mode = "monitor"
  }
}

resource "aws_lb" "default" {
  attrs = {
    desync_mitigation_mode = null
  }
}

resource "aws_lb" "known_after_apply" {
  expect_unknown = true
  unknown        = ["desync_mitigation_mode"]
  attrs          = {}
}

resource "aws_lb" "network" {
  attrs = {
    load_balancer_type     = "network"
    desync_mitigation_mode = "monitor"
  }
}

resource "aws_alb" "defensive" {
  attrs = {
    desync_mitigation_mode = "defensive"
  }
}

resource "aws_alb" "strictest" {
  attrs = {
    desync_mitigation_mode = "strictest"
  }
}

resource "aws_alb" "monitor" {
  expect_failure = true
  attrs = {
    desync_mitigation_mode = "monitor"
  }
}

resource "aws_alb" "default" {
  attrs = {
    desync_mitigation_mode = null
  }
}

resource "aws_alb" "known_after_apply" {
  expect_unknown = true
  unknown        = ["desync_mitigation_mode"]
  attrs          = {}
}

resource "aws_alb" "network" {
  attrs = {
    load_balancer_type     = "network"
    desync_mitigation_mode = "monitor"
  }
}

resource "aws_elb" "defensive" {
  attrs = {
    desync_mitigation_mode = "defensive"
  }
}

resource "aws_elb" "strictest" {
  attrs = {
    desync_mitigation_mode = "strictest"
  }
}

resource "aws_elb" "monitor" {
  expect_failure = true
  attrs = {
    desync_mitigation_mode = "monitor"
  }
}

resource "aws_elb" "default" {
  attrs = {
    desync_mitigation_mode = null
  }
}

resource "aws_elb" "known_after_apply" {
  expect_unknown = true
  unknown        = ["desync_mitigation_mode"]
  attrs          = {}
}
