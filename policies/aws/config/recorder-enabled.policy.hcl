# title: Config records
# why: A recorder that does not run keeps no history.
# fix: Set `is_enabled = true`.
# severity: medium
# references: https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/config-controls.html
# aliases: CKV2_AWS_45
# tags: cis, fsbp, logging

policy {}

resource_policy "aws_config_configuration_recorder_status" "recorder-enabled" {
  enforce {
    condition     = core::try(attrs.is_enabled, null) == true
    error_message = "`is_enabled` is ${core::try(attrs.is_enabled, null) == null ? "not set" : "false"}, must be true"
  }
}
