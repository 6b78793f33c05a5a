policytest {
  targets = ["classic-listeners-encrypted.policy.hcl"]
}

resource "aws_elb" "https" {
  attrs = {
    listener = [{ lb_port = 443, lb_protocol = "https", instance_port = 80, instance_protocol = "http" }, { lb_port = 443, lb_protocol = "SSL", instance_port = 80, instance_protocol = "http" }]
  }
}

resource "aws_elb" "one_plain" {
  expect_failure = true
  attrs = {
    listener = [{ lb_port = 443, lb_protocol = "https", instance_port = 80, instance_protocol = "http" }, { lb_port = 443, lb_protocol = "http", instance_port = 80, instance_protocol = "http" }]
  }
}

resource "aws_elb" "tcp" {
  expect_failure = true
  attrs = {
    listener = [{ lb_port = 443, lb_protocol = "tcp", instance_port = 80, instance_protocol = "http" }]
  }
}

resource "aws_elb" "known_after_apply" {
  expect_unknown = true
  unknown        = ["listener.0.lb_protocol"]
  attrs = {
    listener = [{ lb_port = 443, lb_protocol = "x", instance_port = 80, instance_protocol = "http" }]
  }
}
