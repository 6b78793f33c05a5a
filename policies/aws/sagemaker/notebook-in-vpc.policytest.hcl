policytest {
  targets = ["notebook-in-vpc.policy.hcl"]
}

resource "aws_sagemaker_notebook_instance" "set" {
  attrs = {
    subnet_id = "subnet-1"
  }
}

resource "aws_sagemaker_notebook_instance" "not_set" {
  expect_failure = true
  attrs = {
    subnet_id = null
  }
}

resource "aws_sagemaker_notebook_instance" "empty" {
  expect_failure = true
  attrs = {
    subnet_id = ""
  }
}

resource "aws_sagemaker_notebook_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["subnet_id"]
  attrs = {
    subnet_id = null
  }
}
