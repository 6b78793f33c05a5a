policytest {
  targets = ["domain-transfer-lock.policy.hcl"]
}

resource "aws_route53domains_registered_domain" "right" {
  attrs = {
    transfer_lock = true
  }
}

resource "aws_route53domains_registered_domain" "wrong" {
  expect_failure = true
  attrs = {
    transfer_lock = false
  }
}

resource "aws_route53domains_registered_domain" "default" {
  attrs = {
    transfer_lock = null
  }
}

resource "aws_route53domains_registered_domain" "known_after_apply" {
  expect_unknown = true
  unknown        = ["transfer_lock"]
  attrs = {
    transfer_lock = true
  }
}
