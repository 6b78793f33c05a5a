policytest {
  targets = ["instance-profile.policy.hcl"]
}

resource "aws_instance" "profile" {
  attrs = {
    iam_instance_profile = "app"
  }
}

resource "aws_instance" "none" {
  expect_failure = true
  attrs = {
    iam_instance_profile = ""
  }
}

resource "aws_instance" "default" {
  expect_failure = true
  attrs = {
    iam_instance_profile = null
  }
}

resource "aws_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["iam_instance_profile"]
  attrs          = {}
}
