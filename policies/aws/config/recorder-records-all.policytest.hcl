policytest {
  targets = ["recorder-records-all.policy.hcl"]
}

resource "aws_config_configuration_recorder" "all" {
  attrs = {
    recording_group = [{ all_supported = true, exclusion_by_resource_types = [] }]
  }
}

resource "aws_config_configuration_recorder" "some" {
  expect_failure = true
  attrs = {
    recording_group = [{ all_supported = false, exclusion_by_resource_types = [] }]
  }
}

resource "aws_config_configuration_recorder" "default" {
  attrs = {
    recording_group = []
  }
}

resource "aws_config_configuration_recorder" "excluded" {
  attrs = {
    recording_group = [{ all_supported = false, exclusion_by_resource_types = [{ resource_types = ["AWS::EC2::Volume"] }] }]
  }
}

resource "aws_config_configuration_recorder" "known_after_apply" {
  expect_unknown = true
  unknown        = ["recording_group.0.all_supported"]
  attrs = {
    recording_group = [{ all_supported = null, exclusion_by_resource_types = [] }]
  }
}
