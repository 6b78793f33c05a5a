policytest {
  targets = ["domain-vpc-only.policy.hcl"]
}

resource "aws_sagemaker_domain" "right" {
  attrs = {
    app_network_access_type = "VpcOnly"
  }
}

resource "aws_sagemaker_domain" "wrong" {
  expect_failure = true
  attrs = {
    app_network_access_type = "PublicInternetOnly"
  }
}

resource "aws_sagemaker_domain" "default" {
  expect_failure = true
  attrs = {
    app_network_access_type = null
  }
}

resource "aws_sagemaker_domain" "known_after_apply" {
  expect_unknown = true
  unknown        = ["app_network_access_type"]
  attrs = {
    app_network_access_type = null
  }
}
