policytest {
  targets = ["authentication-required.policy.hcl"]
}

resource "aws_msk_cluster" "iam" {
  attrs = {
    client_authentication = [{ unauthenticated = false, sasl = [{ iam = true, scram = null }], tls = [] }]
  }
}

resource "aws_msk_cluster" "scram" {
  attrs = {
    client_authentication = [{ unauthenticated = null, sasl = [{ iam = null, scram = true }], tls = [] }]
  }
}

resource "aws_msk_cluster" "tls" {
  attrs = {
    client_authentication = [{ unauthenticated = false, sasl = [], tls = [{ certificate_authority_arns = ["arn:aws:acm-pca:eu-west-1:123456789012:certificate-authority/1"] }] }]
  }
}

resource "aws_msk_cluster" "open" {
  expect_failure = true
  attrs = {
    client_authentication = [{ unauthenticated = true, sasl = [{ iam = true, scram = false }], tls = [] }]
  }
}

resource "aws_msk_cluster" "nothing_enabled" {
  expect_failure = true
  attrs = {
    client_authentication = [{ unauthenticated = false, sasl = [], tls = [] }]
  }
}

resource "aws_msk_cluster" "no_block" {
  expect_failure = true
  attrs = {
    client_authentication = []
  }
}

resource "aws_msk_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["client_authentication.0.sasl.0.iam"]
  attrs = {
    client_authentication = [{ unauthenticated = false, sasl = [{ iam = true }], tls = [] }]
  }
}
