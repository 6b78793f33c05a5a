policytest {
  targets = ["no-console-users.policy.hcl"]
}

resource "aws_iam_user_login_profile" "any" {
  expect_failure = true
  attrs = {
    user = "a"
  }
}

resource "aws_iam_user_login_profile" "unused" {
  attrs = {
    user = "a"
  }
  meta = { operation = "delete" }
}
