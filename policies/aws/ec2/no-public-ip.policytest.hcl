policytest {
  targets = ["no-public-ip.policy.hcl"]
}

resource "aws_instance" "right" {
  attrs = {
    associate_public_ip_address = false
  }
}

resource "aws_instance" "wrong" {
  expect_failure = true
  attrs = {
    associate_public_ip_address = true
  }
}

resource "aws_instance" "default" {
  expect_failure = true
  attrs = {
    associate_public_ip_address = null
  }
}

resource "aws_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["associate_public_ip_address"]
  attrs = {
    associate_public_ip_address = false
  }
}

resource "aws_launch_configuration" "right" {
  attrs = {
    associate_public_ip_address = false
  }
}

resource "aws_launch_configuration" "wrong" {
  expect_failure = true
  attrs = {
    associate_public_ip_address = true
  }
}

resource "aws_launch_configuration" "default" {
  expect_failure = true
  attrs = {
    associate_public_ip_address = null
  }
}

resource "aws_launch_configuration" "known_after_apply" {
  expect_unknown = true
  unknown        = ["associate_public_ip_address"]
  attrs = {
    associate_public_ip_address = false
  }
}

resource "aws_launch_template" "private" {
  attrs = {
    network_interfaces = [{ associate_public_ip_address = "false" }]
  }
}

resource "aws_launch_template" "public" {
  expect_failure = true
  attrs = {
    network_interfaces = [{ associate_public_ip_address = "false" }, { associate_public_ip_address = "true" }]
  }
}

resource "aws_launch_template" "default" {
  attrs = {
    network_interfaces = [{ associate_public_ip_address = "" }, { associate_public_ip_address = null }]
  }
}

resource "aws_launch_template" "none" {
  attrs = {
    network_interfaces = []
  }
}

resource "aws_launch_template" "known_after_apply" {
  expect_unknown = true
  unknown        = ["network_interfaces.0.associate_public_ip_address"]
  attrs = {
    network_interfaces = [{ associate_public_ip_address = "" }]
  }
}
