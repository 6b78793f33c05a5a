policytest {
  targets = ["storage-encrypted.policy.hcl"]
}

resource "aws_neptune_cluster" "right" {
  attrs = {
    storage_encrypted = true
  }
}

resource "aws_neptune_cluster" "wrong" {
  expect_failure = true
  attrs = {
    storage_encrypted = false
  }
}

resource "aws_neptune_cluster" "default" {
  expect_failure = true
  attrs = {
    storage_encrypted = null
  }
}

resource "aws_neptune_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["storage_encrypted"]
  attrs = {
    storage_encrypted = true
  }
}
