policytest {
  targets = ["storage-encrypted.policy.hcl"]
}

resource "aws_db_instance" "right" {
  attrs = {
    storage_encrypted = true
  }
}

resource "aws_db_instance" "wrong" {
  expect_failure = true
  attrs = {
    storage_encrypted = false
  }
}

resource "aws_db_instance" "default" {
  expect_failure = true
  attrs = {
    storage_encrypted = null
  }
}

resource "aws_db_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["storage_encrypted"]
  attrs = {
    storage_encrypted = true
  }
}

resource "aws_db_instance" "replica_inherits" {
  attrs = {
    replicate_source_db = "primary"
    storage_encrypted   = null
  }
}

resource "aws_db_instance" "replica_of_something_not_known" {
  expect_unknown = true
  unknown        = ["replicate_source_db"]
  attrs = {
    replicate_source_db = "x"
    storage_encrypted   = null
  }
}

resource "aws_db_instance" "encrypted_whatever_the_source" {
  unknown = ["replicate_source_db"]
  attrs = {
    replicate_source_db = "x"
    storage_encrypted   = true
  }
}

resource "aws_rds_cluster" "right" {
  attrs = {
    storage_encrypted = true
  }
}

resource "aws_rds_cluster" "wrong" {
  expect_failure = true
  attrs = {
    storage_encrypted = false
  }
}

resource "aws_rds_cluster" "default" {
  expect_failure = true
  attrs = {
    storage_encrypted = null
  }
}

resource "aws_rds_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["storage_encrypted"]
  attrs = {
    storage_encrypted = true
  }
}

resource "aws_rds_cluster" "serverless_is_always_encrypted" {
  attrs = {
    engine_mode       = "serverless"
    storage_encrypted = null
  }
}

resource "aws_rds_global_cluster" "right" {
  attrs = {
    storage_encrypted = true
  }
}

resource "aws_rds_global_cluster" "wrong" {
  expect_failure = true
  attrs = {
    storage_encrypted = false
  }
}

resource "aws_rds_global_cluster" "default" {
  expect_failure = true
  attrs = {
    storage_encrypted = null
  }
}

resource "aws_rds_global_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["storage_encrypted"]
  attrs = {
    storage_encrypted = true
  }
}

resource "aws_rds_global_cluster" "made_from_a_cluster" {
  attrs = {
    source_db_cluster_identifier = "arn:aws:rds:eu-west-1:123456789012:cluster:a"
    storage_encrypted            = null
  }
}
