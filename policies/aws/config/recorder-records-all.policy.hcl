# title: Config records all types of resources
# why: What is not recorded has no history: nobody can say what it was before, or who
#   changed it.
# fix: Leave `recording_group` out, set `all_supported = true`, or leave types out by
#   `exclusion_by_resource_types`.
# severity: medium
# references: https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/config-controls.html
# aliases: CKV2_AWS_48
# tags: logging

policy {}

resource_policy "aws_config_configuration_recorder" "recorder-records-all" {
  locals {
    excluded = core::length(core::try([for x in attrs.recording_group[0].exclusion_by_resource_types : x], [])) > 0
  }

  enforce {
    condition     = core::try(attrs.recording_group[0].all_supported, null) != false || local.excluded
    error_message = "`recording_group.all_supported` is false, must be true"
  }
}
