policytest {
  targets = ["NAME.policy.hcl"]
}

resource "aws_s3_bucket" "passes" {
  attrs = {
    bucket = "logs"
    tags   = { Owner = "data" }
  }
}

resource "aws_s3_bucket" "fails" {
  expect_failure = true
  attrs = {
    bucket = "logs"
    tags   = {}
  }
}

resource "aws_s3_bucket" "not_known_yet" {
  expect_unknown = true
  unknown        = ["tags"]
  attrs = {
    bucket = "logs"
  }
}
