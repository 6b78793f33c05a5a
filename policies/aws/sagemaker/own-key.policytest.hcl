policytest {
  targets = ["own-key.policy.hcl"]
}

resource "aws_sagemaker_notebook_instance" "set" {
  attrs = {
    kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1"
  }
}

resource "aws_sagemaker_notebook_instance" "not_set" {
  expect_failure = true
  attrs = {
    kms_key_id = null
  }
}

resource "aws_sagemaker_notebook_instance" "empty" {
  expect_failure = true
  attrs = {
    kms_key_id = ""
  }
}

resource "aws_sagemaker_notebook_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["kms_key_id"]
  attrs = {
    kms_key_id = null
  }
}

resource "aws_sagemaker_domain" "set" {
  attrs = {
    kms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/1"
  }
}

resource "aws_sagemaker_domain" "not_set" {
  expect_failure = true
  attrs = {
    kms_key_id = null
  }
}

resource "aws_sagemaker_domain" "empty" {
  expect_failure = true
  attrs = {
    kms_key_id = ""
  }
}

resource "aws_sagemaker_domain" "known_after_apply" {
  expect_unknown = true
  unknown        = ["kms_key_id"]
  attrs = {
    kms_key_id = null
  }
}

resource "aws_sagemaker_endpoint_configuration" "set" {
  attrs = {
    kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/1"
  }
}

resource "aws_sagemaker_endpoint_configuration" "not_set" {
  expect_failure = true
  attrs = {
    kms_key_arn = null
  }
}

resource "aws_sagemaker_endpoint_configuration" "empty" {
  expect_failure = true
  attrs = {
    kms_key_arn = ""
  }
}

resource "aws_sagemaker_endpoint_configuration" "known_after_apply" {
  expect_unknown = true
  unknown        = ["kms_key_arn"]
  attrs = {
    kms_key_arn = null
  }
}
