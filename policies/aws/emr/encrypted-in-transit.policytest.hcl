policytest {
  targets = ["encrypted-in-transit.policy.hcl"]
}

resource "aws_emr_security_configuration" "on" {
  attrs = {
    configuration = core::jsonencode({ "EncryptionConfiguration" : { "EnableInTransitEncryption" : true } })
  }
}

resource "aws_emr_security_configuration" "off" {
  expect_failure = true
  attrs = {
    configuration = core::jsonencode({ "EncryptionConfiguration" : { "EnableInTransitEncryption" : false } })
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
