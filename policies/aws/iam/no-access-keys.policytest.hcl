policytest {
  targets = ["no-access-keys.policy.hcl"]
}

resource "aws_iam_access_key" "plain" {
  expect_failure = true
  attrs = {
    user    = "a"
    pgp_key = null
  }
}

resource "aws_iam_access_key" "empty" {
  expect_failure = true
  attrs = {
    user    = "a"
    pgp_key = ""
  }
}

resource "aws_iam_access_key" "encrypted" {
  attrs = {
    user    = "a"
    pgp_key = "keybase:a"
  }
}

resource "aws_iam_access_key" "known_after_apply" {
  expect_unknown = true
  unknown        = ["pgp_key"]
  attrs = {
    user = "a"
  }
}
