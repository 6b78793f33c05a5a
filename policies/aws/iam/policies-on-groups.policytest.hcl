policytest {
  targets = ["policies-on-groups.policy.hcl"]
}

resource "aws_iam_user_policy_attachment" "of_a_user" {
  expect_failure = true
  attrs = {
    user = "a"
  }
}

resource "aws_iam_user_policy_attachment" "of_a_new_user" {
  expect_failure = true
  unknown        = ["user"]
  attrs = {
    name = "a"
  }
}

resource "aws_iam_user_policy" "of_a_user" {
  expect_failure = true
  attrs = {
    user = "a"
  }
}

resource "aws_iam_user_policy" "of_a_new_user" {
  expect_failure = true
  unknown        = ["user"]
  attrs = {
    name = "a"
  }
}

resource "aws_iam_policy_attachment" "users" {
  expect_failure = true
  attrs = {
    users  = ["a"]
    groups = ["b"]
  }
}

resource "aws_iam_policy_attachment" "groups" {
  attrs = {
    users  = null
    groups = ["b"]
  }
}

resource "aws_iam_policy_attachment" "empty" {
  attrs = {
    users = []
    roles = ["b"]
  }
}

resource "aws_iam_policy_attachment" "known_after_apply" {
  expect_unknown = true
  unknown        = ["users"]
  attrs = {
    groups = []
  }
}
