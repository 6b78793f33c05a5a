policytest {
  targets = ["image-not-public.policy.hcl"]
}

resource "aws_ami_launch_permission" "account" {
  attrs = {
    account_id = "123456789012"
    group      = null
  }
}

resource "aws_ami_launch_permission" "everybody" {
  expect_failure = true
  attrs = {
    group = "all"
  }
}

resource "aws_ami_launch_permission" "default" {
  attrs = {
    group = ""
  }
}

resource "aws_ami_launch_permission" "known_after_apply" {
  expect_unknown = true
  unknown        = ["group"]
  attrs          = {}
}
