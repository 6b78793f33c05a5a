policytest {
  targets = ["encrypted-in-transit.policy.hcl"]
}

resource "aws_msk_cluster" "tls" {
  attrs = {
    encryption_info = [{ encryption_in_transit = [{ client_broker = "TLS", in_cluster = true }] }]
  }
}

resource "aws_msk_cluster" "both" {
  expect_failure = true
  attrs = {
    encryption_info = [{ encryption_in_transit = [{ client_broker = "TLS_PLAINTEXT", in_cluster = true }] }]
  }
}

resource "aws_msk_cluster" "plain" {
  expect_failure = true
  attrs = {
    encryption_info = [{ encryption_in_transit = [{ client_broker = "PLAINTEXT", in_cluster = true }] }]
  }
}

resource "aws_msk_cluster" "between_brokers" {
  expect_failure = true
  attrs = {
    encryption_info = [{ encryption_in_transit = [{ client_broker = "TLS", in_cluster = false }] }]
  }
}

resource "aws_msk_cluster" "default" {
  attrs = {
    encryption_info = [{ encryption_in_transit = [{ client_broker = null, in_cluster = null }] }]
  }
}

resource "aws_msk_cluster" "no_block" {
  attrs = {
    encryption_info = []
  }
}

resource "aws_msk_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["encryption_info.0.encryption_in_transit.0.client_broker"]
  attrs = {
    encryption_info = [{ encryption_in_transit = [{ client_broker = null, in_cluster = true }] }]
  }
}
