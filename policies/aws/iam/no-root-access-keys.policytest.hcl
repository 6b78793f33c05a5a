policytest {
  targets = ["no-root-access-keys.policy.hcl"]
}

resource "aws_iam_access_key" "root" {
  expect_failure = true
  attrs = {
    user = "root"
  }
}

resource "aws_iam_access_key" "other" {
  attrs = {
    user = "ci"
  }
}

resource "aws_iam_access_key" "known_after_apply" {
  expect_unknown = true
  unknown        = ["user"]
  attrs = {
    status = "Active"
  }
}
