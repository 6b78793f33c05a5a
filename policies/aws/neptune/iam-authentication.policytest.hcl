policytest {
  targets = ["iam-authentication.policy.hcl"]
}

resource "aws_neptune_cluster" "right" {
  attrs = {
    iam_database_authentication_enabled = true
  }
}

resource "aws_neptune_cluster" "wrong" {
  expect_failure = true
  attrs = {
    iam_database_authentication_enabled = false
  }
}

resource "aws_neptune_cluster" "default" {
  expect_failure = true
  attrs = {
    iam_database_authentication_enabled = null
  }
}

resource "aws_neptune_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["iam_database_authentication_enabled"]
  attrs = {
    iam_database_authentication_enabled = true
  }
}
