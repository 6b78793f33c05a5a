policytest {
  targets = ["deletion-protection.policy.hcl"]
}

resource "aws_docdb_cluster" "right" {
  attrs = {
    deletion_protection = true
  }
}

resource "aws_docdb_cluster" "wrong" {
  expect_failure = true
  attrs = {
    deletion_protection = false
  }
}

resource "aws_docdb_cluster" "default" {
  expect_failure = true
  attrs = {
    deletion_protection = null
  }
}

resource "aws_docdb_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["deletion_protection"]
  attrs = {
    deletion_protection = true
  }
}
