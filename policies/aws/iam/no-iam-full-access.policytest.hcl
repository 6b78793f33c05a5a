policytest {
  targets = ["no-iam-full-access.policy.hcl"]
}

resource "aws_iam_policy_attachment" "wrong" {
  expect_failure = true
  attrs = {
    policy_arn = "arn:aws:iam::aws:policy/IAMFullAccess"
  }
}

resource "aws_iam_policy_attachment" "other_partition" {
  expect_failure = true
  attrs = {
    policy_arn = "arn:aws-cn:iam::aws:policy/IAMFullAccess"
  }
}

resource "aws_iam_policy_attachment" "right" {
  attrs = {
    policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
  }
}

resource "aws_iam_policy_attachment" "own_of_that_name" {
  attrs = {
    policy_arn = "arn:aws:iam::123456789012:policy/IAMFullAccess"
  }
}

resource "aws_iam_policy_attachment" "made_by_the_plan" {
  unknown = ["policy_arn"]
  attrs = {
    role = "a"
  }
}

resource "aws_iam_role_policy_attachment" "wrong" {
  expect_failure = true
  attrs = {
    policy_arn = "arn:aws:iam::aws:policy/IAMFullAccess"
  }
}

resource "aws_iam_role_policy_attachment" "other_partition" {
  expect_failure = true
  attrs = {
    policy_arn = "arn:aws-cn:iam::aws:policy/IAMFullAccess"
  }
}

resource "aws_iam_role_policy_attachment" "right" {
  attrs = {
    policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
  }
}

resource "aws_iam_role_policy_attachment" "own_of_that_name" {
  attrs = {
    policy_arn = "arn:aws:iam::123456789012:policy/IAMFullAccess"
  }
}

resource "aws_iam_role_policy_attachment" "made_by_the_plan" {
  unknown = ["policy_arn"]
  attrs = {
    role = "a"
  }
}

resource "aws_iam_user_policy_attachment" "wrong" {
  expect_failure = true
  attrs = {
    policy_arn = "arn:aws:iam::aws:policy/IAMFullAccess"
  }
}

resource "aws_iam_user_policy_attachment" "other_partition" {
  expect_failure = true
  attrs = {
    policy_arn = "arn:aws-cn:iam::aws:policy/IAMFullAccess"
  }
}

resource "aws_iam_user_policy_attachment" "right" {
  attrs = {
    policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
  }
}

resource "aws_iam_user_policy_attachment" "own_of_that_name" {
  attrs = {
    policy_arn = "arn:aws:iam::123456789012:policy/IAMFullAccess"
  }
}

resource "aws_iam_user_policy_attachment" "made_by_the_plan" {
  unknown = ["policy_arn"]
  attrs = {
    role = "a"
  }
}

resource "aws_iam_group_policy_attachment" "wrong" {
  expect_failure = true
  attrs = {
    policy_arn = "arn:aws:iam::aws:policy/IAMFullAccess"
  }
}

resource "aws_iam_group_policy_attachment" "other_partition" {
  expect_failure = true
  attrs = {
    policy_arn = "arn:aws-cn:iam::aws:policy/IAMFullAccess"
  }
}

resource "aws_iam_group_policy_attachment" "right" {
  attrs = {
    policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
  }
}

resource "aws_iam_group_policy_attachment" "own_of_that_name" {
  attrs = {
    policy_arn = "arn:aws:iam::123456789012:policy/IAMFullAccess"
  }
}

resource "aws_iam_group_policy_attachment" "made_by_the_plan" {
  unknown = ["policy_arn"]
  attrs = {
    role = "a"
  }
}

resource "aws_ssoadmin_managed_policy_attachment" "wrong" {
  expect_failure = true
  attrs = {
    managed_policy_arn = "arn:aws:iam::aws:policy/IAMFullAccess"
  }
}

resource "aws_ssoadmin_managed_policy_attachment" "other_partition" {
  expect_failure = true
  attrs = {
    managed_policy_arn = "arn:aws-cn:iam::aws:policy/IAMFullAccess"
  }
}

resource "aws_ssoadmin_managed_policy_attachment" "right" {
  attrs = {
    managed_policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
  }
}

resource "aws_ssoadmin_managed_policy_attachment" "own_of_that_name" {
  attrs = {
    managed_policy_arn = "arn:aws:iam::123456789012:policy/IAMFullAccess"
  }
}

resource "aws_ssoadmin_managed_policy_attachment" "made_by_the_plan" {
  unknown = ["managed_policy_arn"]
  attrs = {
    role = "a"
  }
}

resource "aws_iam_role" "wrong" {
  expect_failure = true
  attrs = {
    managed_policy_arns = ["arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:aws:iam::aws:policy/IAMFullAccess"]
  }
}

resource "aws_iam_role" "right" {
  attrs = {
    managed_policy_arns = ["arn:aws:iam::aws:policy/ReadOnlyAccess"]
  }
}

resource "aws_iam_role" "none" {
  attrs = {
    managed_policy_arns = null
  }
}

resource "aws_iam_role" "not_written" {
  unknown = ["managed_policy_arns"]
  attrs = {
    name = "a"
  }
}

resource "aws_iam_role" "known_after_apply" {
  expect_unknown = true
  unknown        = ["managed_policy_arns.0"]
  attrs = {
    managed_policy_arns = ["x"]
  }
}
