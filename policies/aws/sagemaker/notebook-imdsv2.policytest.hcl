policytest {
  targets = ["notebook-imdsv2.policy.hcl"]
}

resource "aws_sagemaker_notebook_instance" "right" {
  attrs = {
    instance_metadata_service_configuration = [{ minimum_instance_metadata_service_version = "2" }]
  }
}

resource "aws_sagemaker_notebook_instance" "wrong" {
  expect_failure = true
  attrs = {
    instance_metadata_service_configuration = [{ minimum_instance_metadata_service_version = "1" }]
  }
}

resource "aws_sagemaker_notebook_instance" "default" {
  expect_failure = true
  attrs = {
    instance_metadata_service_configuration = [{ minimum_instance_metadata_service_version = null }]
  }
}

resource "aws_sagemaker_notebook_instance" "no_block" {
  expect_failure = true
  attrs = {
    instance_metadata_service_configuration = []
  }
}

resource "aws_sagemaker_notebook_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["instance_metadata_service_configuration.0.minimum_instance_metadata_service_version"]
  attrs = {
    instance_metadata_service_configuration = [{ minimum_instance_metadata_service_version = null }]
  }
}
