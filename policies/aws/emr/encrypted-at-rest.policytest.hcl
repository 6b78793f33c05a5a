policytest {
  targets = ["encrypted-at-rest.policy.hcl"]
}

resource "aws_emr_security_configuration" "on" {
  attrs = {
    configuration = core::jsonencode({ "EncryptionConfiguration" : { "EnableAtRestEncryption" : true } })
  }
}

resource "aws_emr_security_configuration" "off" {
  expect_failure = true
  attrs = {
    configuration = core::jsonencode({ "EncryptionConfiguration" : { "EnableAtRestEncryption" : false } })
  }
}

resource "aws_emr_security_configuration" "none" {
  expect_failure = true
  attrs = {
    configuration = core::jsonencode({ "InstanceMetadataServiceConfiguration" : { "MinimumInstanceMetadataServiceVersion" : 2 } })
  }
}

resource "aws_emr_security_configuration" "known_after_apply" {
  expect_unknown = true
  unknown        = ["configuration"]
  attrs = {
    name = "a"
  }
}
