policytest {
  targets = ["notebook-no-root.policy.hcl"]
}

resource "aws_sagemaker_notebook_instance" "right" {
  attrs = {
    root_access = "Disabled"
  }
}

resource "aws_sagemaker_notebook_instance" "wrong" {
  expect_failure = true
  attrs = {
    root_access = "Enabled"
  }
}

resource "aws_sagemaker_notebook_instance" "default" {
  expect_failure = true
  attrs = {
    root_access = null
  }
}

resource "aws_sagemaker_notebook_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["root_access"]
  attrs = {
    root_access = null
  }
}
