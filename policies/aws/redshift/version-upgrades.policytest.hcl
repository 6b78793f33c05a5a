policytest {
  targets = ["version-upgrades.policy.hcl"]
}

resource "aws_redshift_cluster" "right" {
  attrs = {
    allow_version_upgrade = true
  }
}

resource "aws_redshift_cluster" "wrong" {
  expect_failure = true
  attrs = {
    allow_version_upgrade = false
  }
}

resource "aws_redshift_cluster" "default" {
  attrs = {
    allow_version_upgrade = null
  }
}

resource "aws_redshift_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["allow_version_upgrade"]
  attrs = {
    allow_version_upgrade = true
  }
}
