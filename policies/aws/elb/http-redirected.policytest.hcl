policytest {
  targets = ["http-redirected.policy.hcl"]
}

resource "aws_lb_listener" "redirects" {
  attrs = {
    protocol       = "HTTP"
    default_action = [{ type = "redirect", redirect = [{ protocol = "HTTPS", port = "443", status_code = "HTTP_301" }] }]
  }
}

resource "aws_lb_listener" "forwards" {
  expect_failure = true
  attrs = {
    protocol       = "HTTP"
    default_action = [{ type = "forward", redirect = [] }]
  }
}

resource "aws_lb_listener" "redirects_elsewhere" {
  expect_failure = true
  attrs = {
    protocol       = "HTTP"
    default_action = [{ type = "redirect", redirect = [{ protocol = "HTTP", port = "443", status_code = "HTTP_301" }] }]
  }
}

resource "aws_lb_listener" "redirects_to_the_same" {
  expect_failure = true
  attrs = {
    protocol       = "HTTP"
    default_action = [{ type = "redirect", redirect = [{ protocol = null, host = "example.org" }] }]
  }
}

resource "aws_lb_listener" "https" {
  attrs = {
    protocol       = "HTTPS"
    default_action = [{ type = "forward", redirect = [] }]
  }
}

resource "aws_lb_listener" "tcp" {
  attrs = {
    protocol       = "TCP"
    default_action = [{ type = "forward", redirect = [] }]
  }
}

resource "aws_lb_listener" "known_after_apply" {
  expect_unknown = true
  unknown        = ["default_action.0.redirect.0.protocol"]
  attrs = {
    protocol       = "HTTP"
    default_action = [{ type = "redirect", redirect = [{ protocol = "x", port = "443", status_code = "HTTP_301" }] }]
  }
}

resource "aws_lb_listener" "protocol_known_after_apply" {
  expect_unknown = true
  unknown        = ["protocol"]
  attrs = {
    default_action = [{ type = "forward" }]
  }
}

resource "aws_alb_listener" "redirects" {
  attrs = {
    protocol       = "HTTP"
    default_action = [{ type = "redirect", redirect = [{ protocol = "HTTPS", port = "443", status_code = "HTTP_301" }] }]
  }
}

resource "aws_alb_listener" "forwards" {
  expect_failure = true
  attrs = {
    protocol       = "HTTP"
    default_action = [{ type = "forward", redirect = [] }]
  }
}

resource "aws_alb_listener" "redirects_elsewhere" {
  expect_failure = true
  attrs = {
    protocol       = "HTTP"
    default_action = [{ type = "redirect", redirect = [{ protocol = "HTTP", port = "443", status_code = "HTTP_301" }] }]
  }
}

resource "aws_alb_listener" "redirects_to_the_same" {
  expect_failure = true
  attrs = {
    protocol       = "HTTP"
    default_action = [{ type = "redirect", redirect = [{ protocol = null, host = "example.org" }] }]
  }
}

resource "aws_alb_listener" "https" {
  attrs = {
    protocol       = "HTTPS"
    default_action = [{ type = "forward", redirect = [] }]
  }
}

resource "aws_alb_listener" "tcp" {
  attrs = {
    protocol       = "TCP"
    default_action = [{ type = "forward", redirect = [] }]
  }
}

resource "aws_alb_listener" "known_after_apply" {
  expect_unknown = true
  unknown        = ["default_action.0.redirect.0.protocol"]
  attrs = {
    protocol       = "HTTP"
    default_action = [{ type = "redirect", redirect = [{ protocol = "x", port = "443", status_code = "HTTP_301" }] }]
  }
}

resource "aws_alb_listener" "protocol_known_after_apply" {
  expect_unknown = true
  unknown        = ["protocol"]
  attrs = {
    default_action = [{ type = "forward" }]
  }
}
