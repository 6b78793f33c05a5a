policytest {
  targets = ["key-strength.policy.hcl"]
}

resource "aws_acm_certificate" "strong" {
  attrs = {
    key_algorithm = "EC_prime256v1"
  }
}

resource "aws_acm_certificate" "weak" {
  expect_failure = true
  attrs = {
    key_algorithm = "RSA_1024"
  }
}

resource "aws_acm_certificate" "default" {
  attrs = {
    key_algorithm = null
  }
}

resource "aws_acm_certificate" "not_written" {
  unknown = ["key_algorithm"]
  attrs = {
    domain_name = "a.example"
  }
}
