policytest {
  targets = ["network-acl-admin-ports.policy.hcl"]
}

resource "aws_network_acl" "https" {
  attrs = {
    ingress = [{ rule_no = 100, action = "allow", protocol = "tcp", from_port = 443, to_port = 443, cidr_block = "0.0.0.0/0", ipv6_cidr_block = "" }]
  }
}

resource "aws_network_acl" "ssh" {
  expect_failure = true
  attrs = {
    ingress = [{ rule_no = 100, action = "allow", protocol = "6", from_port = 22, to_port = 22, cidr_block = "0.0.0.0/0", ipv6_cidr_block = "" }]
  }
}

resource "aws_network_acl" "everything" {
  expect_failure = true
  attrs = {
    ingress = [{ rule_no = 100, action = "Allow", protocol = "-1", from_port = 0, to_port = 0, cidr_block = "0.0.0.0/0", ipv6_cidr_block = "" }]
  }
}

resource "aws_network_acl" "ipv6" {
  expect_failure = true
  attrs = {
    ingress = [{ rule_no = 100, action = "allow", protocol = "tcp", from_port = 3389, to_port = 3389, cidr_block = "", ipv6_cidr_block = "::/0" }]
  }
}

resource "aws_network_acl" "denied" {
  attrs = {
    ingress = [{ rule_no = 100, action = "deny", protocol = "-1", from_port = 0, to_port = 0, cidr_block = "0.0.0.0/0", ipv6_cidr_block = "" }]
  }
}

resource "aws_network_acl" "inside" {
  attrs = {
    ingress = [{ rule_no = 100, action = "allow", protocol = "-1", from_port = 0, to_port = 0, cidr_block = "10.0.0.0/8", ipv6_cidr_block = "" }]
  }
}

resource "aws_network_acl" "not_written" {
  unknown = ["ingress"]
  attrs = {
    tags = null
  }
}

resource "aws_network_acl" "known_after_apply" {
  expect_unknown = true
  unknown        = ["ingress.0.cidr_block"]
  attrs = {
    ingress = [{ rule_no = 100, action = "allow", protocol = "tcp", from_port = 22, to_port = 22, cidr_block = "0.0.0.0/0", ipv6_cidr_block = "" }]
  }
}

resource "aws_default_network_acl" "https" {
  attrs = {
    ingress = [{ rule_no = 100, action = "allow", protocol = "tcp", from_port = 443, to_port = 443, cidr_block = "0.0.0.0/0", ipv6_cidr_block = "" }]
  }
}

resource "aws_default_network_acl" "ssh" {
  expect_failure = true
  attrs = {
    ingress = [{ rule_no = 100, action = "allow", protocol = "6", from_port = 22, to_port = 22, cidr_block = "0.0.0.0/0", ipv6_cidr_block = "" }]
  }
}

resource "aws_default_network_acl" "everything" {
  expect_failure = true
  attrs = {
    ingress = [{ rule_no = 100, action = "Allow", protocol = "-1", from_port = 0, to_port = 0, cidr_block = "0.0.0.0/0", ipv6_cidr_block = "" }]
  }
}

resource "aws_default_network_acl" "ipv6" {
  expect_failure = true
  attrs = {
    ingress = [{ rule_no = 100, action = "allow", protocol = "tcp", from_port = 3389, to_port = 3389, cidr_block = "", ipv6_cidr_block = "::/0" }]
  }
}

resource "aws_default_network_acl" "denied" {
  attrs = {
    ingress = [{ rule_no = 100, action = "deny", protocol = "-1", from_port = 0, to_port = 0, cidr_block = "0.0.0.0/0", ipv6_cidr_block = "" }]
  }
}

resource "aws_default_network_acl" "inside" {
  attrs = {
    ingress = [{ rule_no = 100, action = "allow", protocol = "-1", from_port = 0, to_port = 0, cidr_block = "10.0.0.0/8", ipv6_cidr_block = "" }]
  }
}

resource "aws_default_network_acl" "not_written" {
  unknown = ["ingress"]
  attrs = {
    tags = null
  }
}

resource "aws_default_network_acl" "known_after_apply" {
  expect_unknown = true
  unknown        = ["ingress.0.cidr_block"]
  attrs = {
    ingress = [{ rule_no = 100, action = "allow", protocol = "tcp", from_port = 22, to_port = 22, cidr_block = "0.0.0.0/0", ipv6_cidr_block = "" }]
  }
}

resource "aws_network_acl_rule" "https" {
  attrs = {
    egress          = false
    rule_action     = "allow"
    protocol        = "tcp"
    from_port       = 443
    to_port         = 443
    cidr_block      = "0.0.0.0/0"
    ipv6_cidr_block = null
  }
}

resource "aws_network_acl_rule" "ssh" {
  expect_failure = true
  attrs = {
    egress          = false
    rule_action     = "allow"
    protocol        = "tcp"
    from_port       = 22
    to_port         = 22
    cidr_block      = "0.0.0.0/0"
    ipv6_cidr_block = null
  }
}

resource "aws_network_acl_rule" "everything" {
  expect_failure = true
  attrs = {
    egress          = false
    rule_action     = "allow"
    protocol        = "-1"
    from_port       = null
    to_port         = null
    cidr_block      = "0.0.0.0/0"
    ipv6_cidr_block = null
  }
}

resource "aws_network_acl_rule" "ipv6" {
  expect_failure = true
  attrs = {
    egress          = false
    rule_action     = "allow"
    protocol        = "tcp"
    from_port       = 0
    to_port         = 65535
    cidr_block      = null
    ipv6_cidr_block = "::/0"
  }
}

resource "aws_network_acl_rule" "denied" {
  attrs = {
    egress          = false
    rule_action     = "deny"
    protocol        = "-1"
    from_port       = null
    to_port         = null
    cidr_block      = "0.0.0.0/0"
    ipv6_cidr_block = null
  }
}

resource "aws_network_acl_rule" "egress" {
  attrs = {
    egress          = true
    rule_action     = "allow"
    protocol        = "-1"
    from_port       = null
    to_port         = null
    cidr_block      = "0.0.0.0/0"
    ipv6_cidr_block = null
  }
}

resource "aws_network_acl_rule" "default_direction" {
  expect_failure = true
  attrs = {
    egress          = null
    rule_action     = "allow"
    protocol        = "tcp"
    from_port       = 22
    to_port         = 22
    cidr_block      = "0.0.0.0/0"
    ipv6_cidr_block = null
  }
}

resource "aws_network_acl_rule" "known_after_apply" {
  expect_unknown = true
  unknown        = ["cidr_block"]
  attrs = {
    egress          = false
    rule_action     = "allow"
    protocol        = "tcp"
    from_port       = 22
    to_port         = 22
    cidr_block      = "0.0.0.0/0"
    ipv6_cidr_block = null
  }
}
