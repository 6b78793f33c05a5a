policytest {
  targets = ["dns-validated.policy.hcl"]
}

resource "aws_acm_certificate" "dns" {
  attrs = {
    validation_method = "DNS"
  }
}

resource "aws_acm_certificate" "mail" {
  expect_failure = true
  attrs = {
    validation_method = "EMAIL"
  }
}

resource "aws_acm_certificate" "imported" {
  attrs = {
    validation_method = null
  }
}

resource "aws_acm_certificate" "none" {
  attrs = {
    validation_method = "NONE"
  }
}

resource "aws_acm_certificate" "not_written" {
  unknown = ["validation_method"]
  attrs = {
    domain_name = "a.example"
  }
}
