policytest {
  targets = ["encrypted-in-transit.policy.hcl"]
}

resource "aws_dax_cluster" "tls" {
  attrs = {
    cluster_endpoint_encryption_type = "TLS"
  }
}

resource "aws_dax_cluster" "none" {
  expect_failure = true
  attrs = {
    cluster_endpoint_encryption_type = "NONE"
  }
}

resource "aws_dax_cluster" "default" {
  expect_failure = true
  attrs = {
    cluster_endpoint_encryption_type = null
  }
}

resource "aws_dax_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["cluster_endpoint_encryption_type"]
  attrs          = {}
}
