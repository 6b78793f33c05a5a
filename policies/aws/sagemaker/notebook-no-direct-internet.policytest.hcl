policytest {
  targets = ["notebook-no-direct-internet.policy.hcl"]
}

resource "aws_sagemaker_notebook_instance" "right" {
  attrs = {
    direct_internet_access = "Disabled"
  }
}

resource "aws_sagemaker_notebook_instance" "wrong" {
  expect_failure = true
  attrs = {
    direct_internet_access = "Enabled"
  }
}

resource "aws_sagemaker_notebook_instance" "default" {
  expect_failure = true
  attrs = {
    direct_internet_access = null
  }
}

resource "aws_sagemaker_notebook_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["direct_internet_access"]
  attrs = {
    direct_internet_access = null
  }
}
