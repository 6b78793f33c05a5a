policytest {
  targets = ["multi-az.policy.hcl"]
}

resource "aws_db_instance" "right" {
  attrs = {
    multi_az = true
  }
}

resource "aws_db_instance" "wrong" {
  expect_failure = true
  attrs = {
    multi_az = false
  }
}

resource "aws_db_instance" "default" {
  expect_failure = true
  attrs = {
    multi_az = null
  }
}

resource "aws_db_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["multi_az"]
  attrs = {
    multi_az = true
  }
}

resource "aws_db_instance" "replica" {
  attrs = {
    replicate_source_db = "primary"
    multi_az            = false
  }
}
