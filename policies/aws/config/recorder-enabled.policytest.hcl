policytest {
  targets = ["recorder-enabled.policy.hcl"]
}

resource "aws_config_configuration_recorder_status" "right" {
  attrs = {
    is_enabled = true
  }
}

resource "aws_config_configuration_recorder_status" "wrong" {
  expect_failure = true
  attrs = {
    is_enabled = false
  }
}

resource "aws_config_configuration_recorder_status" "default" {
  expect_failure = true
  attrs = {
    is_enabled = null
  }
}

resource "aws_config_configuration_recorder_status" "known_after_apply" {
  expect_unknown = true
  unknown        = ["is_enabled"]
  attrs = {
    is_enabled = true
  }
}
