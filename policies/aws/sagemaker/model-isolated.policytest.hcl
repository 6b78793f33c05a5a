policytest {
  targets = ["model-isolated.policy.hcl"]
}

resource "aws_sagemaker_model" "right" {
  attrs = {
    enable_network_isolation = true
  }
}

resource "aws_sagemaker_model" "wrong" {
  expect_failure = true
  attrs = {
    enable_network_isolation = false
  }
}

resource "aws_sagemaker_model" "default" {
  expect_failure = true
  attrs = {
    enable_network_isolation = null
  }
}

resource "aws_sagemaker_model" "known_after_apply" {
  expect_unknown = true
  unknown        = ["enable_network_isolation"]
  attrs = {
    enable_network_isolation = true
  }
}
