policytest {
  targets = ["subnet-no-public-ip.policy.hcl"]
}

resource "aws_subnet" "right" {
  attrs = {
    map_public_ip_on_launch = false
  }
}

resource "aws_subnet" "wrong" {
  expect_failure = true
  attrs = {
    map_public_ip_on_launch = true
  }
}

resource "aws_subnet" "default" {
  expect_failure = true
  attrs = {
    map_public_ip_on_launch = null
  }
}

resource "aws_subnet" "known_after_apply" {
  expect_unknown = true
  unknown        = ["map_public_ip_on_launch"]
  attrs = {
    map_public_ip_on_launch = false
  }
}
