policytest {
  targets = ["encrypted-in-transit.policy.hcl"]
}

resource "aws_memorydb_cluster" "right" {
  attrs = {
    tls_enabled = true
  }
}

resource "aws_memorydb_cluster" "wrong" {
  expect_failure = true
  attrs = {
    tls_enabled = false
  }
}

resource "aws_memorydb_cluster" "default" {
  attrs = {
    tls_enabled = null
  }
}

resource "aws_memorydb_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["tls_enabled"]
  attrs = {
    tls_enabled = true
  }
}
