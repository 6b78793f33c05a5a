policytest {
  targets = ["enabled.policy.hcl"]
}

resource "aws_macie2_account" "on" {
  attrs = {
    status = "ENABLED"
  }
}

resource "aws_macie2_account" "paused" {
  expect_failure = true
  attrs = {
    status = "PAUSED"
  }
}

resource "aws_macie2_account" "default" {
  attrs = {
    status = null
  }
}

resource "aws_macie2_account" "not_written" {
  unknown = ["status"]
  attrs = {
    finding_publishing_frequency = null
  }
}
