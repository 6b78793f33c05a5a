policytest {
  targets = ["admin-ports-not-public.policy.hcl"]
}

resource "aws_security_group" "smb" {
  expect_failure = true
  attrs = {
    ingress = [{ protocol = "tcp", from_port = 445, to_port = 445, cidr_blocks = ["10.0.0.0/8", "0.0.0.0/0"], ipv6_cidr_blocks = [], prefix_list_ids = [], security_groups = [], self = false }]
  }
}

resource "aws_security_group" "smb_ipv6" {
  expect_failure = true
  attrs = {
    ingress = [{ protocol = "tcp", from_port = 445, to_port = 445, cidr_blocks = [], ipv6_cidr_blocks = ["::/0"], prefix_list_ids = [], security_groups = [], self = false }]
  }
}

resource "aws_security_group_rule" "smb" {
  expect_failure = true
  attrs = {
    type             = "ingress"
    protocol         = "tcp"
    from_port        = 445
    to_port          = 445
    cidr_blocks      = ["0.0.0.0/0"]
    ipv6_cidr_blocks = null
  }
}

resource "aws_security_group_rule" "smb_ipv6" {
  expect_failure = true
  attrs = {
    type             = "ingress"
    protocol         = "tcp"
    from_port        = 445
    to_port          = 445
    cidr_blocks      = null
    ipv6_cidr_blocks = ["::/0"]
  }
}

resource "aws_vpc_security_group_ingress_rule" "smb" {
  expect_failure = true
  attrs = {
    ip_protocol = "tcp"
    from_port   = 445
    to_port     = 445
    cidr_ipv4   = "0.0.0.0/0"
    cidr_ipv6   = null
  }
}

resource "aws_vpc_security_group_ingress_rule" "smb_ipv6" {
  expect_failure = true
  attrs = {
    ip_protocol = "tcp"
    from_port   = 445
    to_port     = 445
    cidr_ipv4   = null
    cidr_ipv6   = "::/0"
  }
}

resource "aws_security_group" "smb_inside" {
  attrs = {
    ingress = [{ protocol = "tcp", from_port = 445, to_port = 445, cidr_blocks = ["10.0.0.0/8"], ipv6_cidr_blocks = [], prefix_list_ids = [], security_groups = [], self = false }]
  }
}

resource "aws_security_group_rule" "smb_inside" {
  attrs = {
    type             = "ingress"
    protocol         = "tcp"
    from_port        = 445
    to_port          = 445
    cidr_blocks      = ["10.0.0.0/8"]
    ipv6_cidr_blocks = null
  }
}

resource "aws_vpc_security_group_ingress_rule" "smb_inside" {
  attrs = {
    ip_protocol = "tcp"
    from_port   = 445
    to_port     = 445
    cidr_ipv4   = "10.0.0.0/8"
    cidr_ipv6   = null
  }
}

resource "aws_security_group" "telnet" {
  expect_failure = true
  attrs = {
    ingress = [{ protocol = "tcp", from_port = 20, to_port = 25, cidr_blocks = ["10.0.0.0/8", "0.0.0.0/0"], ipv6_cidr_blocks = [], prefix_list_ids = [], security_groups = [], self = false }]
  }
}

resource "aws_security_group" "telnet_ipv6" {
  expect_failure = true
  attrs = {
    ingress = [{ protocol = "tcp", from_port = 20, to_port = 25, cidr_blocks = [], ipv6_cidr_blocks = ["::/0"], prefix_list_ids = [], security_groups = [], self = false }]
  }
}

resource "aws_security_group_rule" "telnet" {
  expect_failure = true
  attrs = {
    type             = "ingress"
    protocol         = "tcp"
    from_port        = 20
    to_port          = 25
    cidr_blocks      = ["0.0.0.0/0"]
    ipv6_cidr_blocks = null
  }
}

resource "aws_security_group_rule" "telnet_ipv6" {
  expect_failure = true
  attrs = {
    type             = "ingress"
    protocol         = "tcp"
    from_port        = 20
    to_port          = 25
    cidr_blocks      = null
    ipv6_cidr_blocks = ["::/0"]
  }
}

resource "aws_vpc_security_group_ingress_rule" "telnet" {
  expect_failure = true
  attrs = {
    ip_protocol = "tcp"
    from_port   = 20
    to_port     = 25
    cidr_ipv4   = "0.0.0.0/0"
    cidr_ipv6   = null
  }
}

resource "aws_vpc_security_group_ingress_rule" "telnet_ipv6" {
  expect_failure = true
  attrs = {
    ip_protocol = "tcp"
    from_port   = 20
    to_port     = 25
    cidr_ipv4   = null
    cidr_ipv6   = "::/0"
  }
}

resource "aws_security_group" "telnet_inside" {
  attrs = {
    ingress = [{ protocol = "tcp", from_port = 20, to_port = 25, cidr_blocks = ["10.0.0.0/8"], ipv6_cidr_blocks = [], prefix_list_ids = [], security_groups = [], self = false }]
  }
}

resource "aws_security_group_rule" "telnet_inside" {
  attrs = {
    type             = "ingress"
    protocol         = "tcp"
    from_port        = 20
    to_port          = 25
    cidr_blocks      = ["10.0.0.0/8"]
    ipv6_cidr_blocks = null
  }
}

resource "aws_vpc_security_group_ingress_rule" "telnet_inside" {
  attrs = {
    ip_protocol = "tcp"
    from_port   = 20
    to_port     = 25
    cidr_ipv4   = "10.0.0.0/8"
    cidr_ipv6   = null
  }
}

resource "aws_security_group" "docker" {
  expect_failure = true
  attrs = {
    ingress = [{ protocol = "tcp", from_port = 2375, to_port = 2375, cidr_blocks = ["10.0.0.0/8", "0.0.0.0/0"], ipv6_cidr_blocks = [], prefix_list_ids = [], security_groups = [], self = false }]
  }
}

resource "aws_security_group" "docker_ipv6" {
  expect_failure = true
  attrs = {
    ingress = [{ protocol = "tcp", from_port = 2375, to_port = 2375, cidr_blocks = [], ipv6_cidr_blocks = ["::/0"], prefix_list_ids = [], security_groups = [], self = false }]
  }
}

resource "aws_security_group_rule" "docker" {
  expect_failure = true
  attrs = {
    type             = "ingress"
    protocol         = "tcp"
    from_port        = 2375
    to_port          = 2375
    cidr_blocks      = ["0.0.0.0/0"]
    ipv6_cidr_blocks = null
  }
}

resource "aws_security_group_rule" "docker_ipv6" {
  expect_failure = true
  attrs = {
    type             = "ingress"
    protocol         = "tcp"
    from_port        = 2375
    to_port          = 2375
    cidr_blocks      = null
    ipv6_cidr_blocks = ["::/0"]
  }
}

resource "aws_vpc_security_group_ingress_rule" "docker" {
  expect_failure = true
  attrs = {
    ip_protocol = "tcp"
    from_port   = 2375
    to_port     = 2375
    cidr_ipv4   = "0.0.0.0/0"
    cidr_ipv6   = null
  }
}

resource "aws_vpc_security_group_ingress_rule" "docker_ipv6" {
  expect_failure = true
  attrs = {
    ip_protocol = "tcp"
    from_port   = 2375
    to_port     = 2375
    cidr_ipv4   = null
    cidr_ipv6   = "::/0"
  }
}

resource "aws_security_group" "docker_inside" {
  attrs = {
    ingress = [{ protocol = "tcp", from_port = 2375, to_port = 2375, cidr_blocks = ["10.0.0.0/8"], ipv6_cidr_blocks = [], prefix_list_ids = [], security_groups = [], self = false }]
  }
}

resource "aws_security_group_rule" "docker_inside" {
  attrs = {
    type             = "ingress"
    protocol         = "tcp"
    from_port        = 2375
    to_port          = 2375
    cidr_blocks      = ["10.0.0.0/8"]
    ipv6_cidr_blocks = null
  }
}

resource "aws_vpc_security_group_ingress_rule" "docker_inside" {
  attrs = {
    ip_protocol = "tcp"
    from_port   = 2375
    to_port     = 2375
    cidr_ipv4   = "10.0.0.0/8"
    cidr_ipv6   = null
  }
}

resource "aws_security_group" "everything" {
  expect_failure = true
  attrs = {
    ingress = [{ protocol = "-1", from_port = 0, to_port = 0, cidr_blocks = ["10.0.0.0/8", "0.0.0.0/0"], ipv6_cidr_blocks = [], prefix_list_ids = [], security_groups = [], self = false }]
  }
}

resource "aws_security_group" "everything_ipv6" {
  expect_failure = true
  attrs = {
    ingress = [{ protocol = "-1", from_port = 0, to_port = 0, cidr_blocks = [], ipv6_cidr_blocks = ["::/0"], prefix_list_ids = [], security_groups = [], self = false }]
  }
}

resource "aws_security_group_rule" "everything" {
  expect_failure = true
  attrs = {
    type             = "ingress"
    protocol         = "-1"
    from_port        = 0
    to_port          = 0
    cidr_blocks      = ["0.0.0.0/0"]
    ipv6_cidr_blocks = null
  }
}

resource "aws_security_group_rule" "everything_ipv6" {
  expect_failure = true
  attrs = {
    type             = "ingress"
    protocol         = "-1"
    from_port        = 0
    to_port          = 0
    cidr_blocks      = null
    ipv6_cidr_blocks = ["::/0"]
  }
}

resource "aws_vpc_security_group_ingress_rule" "everything" {
  expect_failure = true
  attrs = {
    ip_protocol = "-1"
    from_port   = null
    to_port     = null
    cidr_ipv4   = "0.0.0.0/0"
    cidr_ipv6   = null
  }
}

resource "aws_vpc_security_group_ingress_rule" "everything_ipv6" {
  expect_failure = true
  attrs = {
    ip_protocol = "-1"
    from_port   = null
    to_port     = null
    cidr_ipv4   = null
    cidr_ipv6   = "::/0"
  }
}

resource "aws_security_group" "everything_inside" {
  attrs = {
    ingress = [{ protocol = "-1", from_port = 0, to_port = 0, cidr_blocks = ["10.0.0.0/8"], ipv6_cidr_blocks = [], prefix_list_ids = [], security_groups = [], self = false }]
  }
}

resource "aws_security_group_rule" "everything_inside" {
  attrs = {
    type             = "ingress"
    protocol         = "-1"
    from_port        = 0
    to_port          = 0
    cidr_blocks      = ["10.0.0.0/8"]
    ipv6_cidr_blocks = null
  }
}

resource "aws_vpc_security_group_ingress_rule" "everything_inside" {
  attrs = {
    ip_protocol = "-1"
    from_port   = null
    to_port     = null
    cidr_ipv4   = "10.0.0.0/8"
    cidr_ipv6   = null
  }
}

resource "aws_security_group" "https" {
  attrs = {
    ingress = [{ protocol = "tcp", from_port = 443, to_port = 443, cidr_blocks = ["0.0.0.0/0"], ipv6_cidr_blocks = [], prefix_list_ids = [], security_groups = [], self = false }]
  }
}

resource "aws_security_group_rule" "https" {
  attrs = {
    type             = "ingress"
    protocol         = "tcp"
    from_port        = 443
    to_port          = 443
    cidr_blocks      = ["0.0.0.0/0"]
    ipv6_cidr_blocks = null
  }
}

resource "aws_vpc_security_group_ingress_rule" "https" {
  attrs = {
    ip_protocol = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_ipv4   = "0.0.0.0/0"
    cidr_ipv6   = null
  }
}

resource "aws_security_group" "no_inline_rules" {
  unknown = ["ingress"]
  attrs = {
    name = "a"
  }
}

resource "aws_security_group" "no_rules" {
  attrs = {
    ingress = []
  }
}

resource "aws_security_group" "attribute_missing" {
  attrs = {
    name = "a"
  }
}

resource "aws_security_group" "cidr_known_after_apply" {
  expect_unknown = true
  unknown        = ["ingress.0.cidr_blocks.0"]
  attrs = {
    ingress = [{ protocol = "tcp", from_port = 445, to_port = 445, cidr_blocks = ["x"], ipv6_cidr_blocks = [], prefix_list_ids = [], security_groups = [], self = false }]
  }
}

resource "aws_security_group_rule" "egress" {
  attrs = {
    type             = "egress"
    protocol         = "tcp"
    from_port        = 445
    to_port          = 445
    cidr_blocks      = ["0.0.0.0/0"]
    ipv6_cidr_blocks = null
  }
}

resource "aws_security_group_rule" "from_a_group" {
  attrs = {
    type                     = "ingress"
    protocol                 = "tcp"
    from_port                = 445
    to_port                  = 445
    cidr_blocks              = null
    ipv6_cidr_blocks         = null
    source_security_group_id = "sg-1"
  }
}

resource "aws_security_group_rule" "cidr_known_after_apply" {
  expect_unknown = true
  unknown        = ["cidr_blocks"]
  attrs = {
    type             = "ingress"
    protocol         = "tcp"
    from_port        = 445
    to_port          = 445
    cidr_blocks      = null
    ipv6_cidr_blocks = null
  }
}

resource "aws_vpc_security_group_ingress_rule" "from_a_group" {
  attrs = {
    ip_protocol                  = "tcp"
    from_port                    = 445
    to_port                      = 445
    cidr_ipv4                    = null
    cidr_ipv6                    = null
    referenced_security_group_id = "sg-1"
  }
}

resource "aws_vpc_security_group_ingress_rule" "cidr_known_after_apply" {
  expect_unknown = true
  unknown        = ["cidr_ipv4"]
  attrs = {
    ip_protocol = "tcp"
    from_port   = 445
    to_port     = 445
    cidr_ipv4   = null
    cidr_ipv6   = null
  }
}

resource "aws_security_group_rule" "port_known_after_apply" {
  expect_unknown = true
  unknown        = ["from_port"]
  attrs = {
    type             = "ingress"
    protocol         = "tcp"
    from_port        = 445
    to_port          = 445
    cidr_blocks      = ["0.0.0.0/0"]
    ipv6_cidr_blocks = null
  }
}

resource "aws_vpc_security_group_ingress_rule" "port_known_after_apply" {
  expect_unknown = true
  unknown        = ["to_port"]
  attrs = {
    ip_protocol = "tcp"
    from_port   = 445
    to_port     = 445
    cidr_ipv4   = "0.0.0.0/0"
    cidr_ipv6   = null
  }
}
