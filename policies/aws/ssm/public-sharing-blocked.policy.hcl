# title: The account blocks public documents
# why: Without the block one mistaken call shares a document with every AWS account.
# fix: Set `setting_value = "Disable"` for the setting /ssm/documents/console/public-
#   sharing-permission.
# severity: medium
# references: https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-ssm-sharing.html
# tags: network, iam

policy {}

resource_policy "aws_ssm_service_setting" "public-sharing-blocked" {
  filter = core::endswith(attrs.setting_id, "/ssm/documents/console/public-sharing-permission")

  enforce {
    condition     = attrs.setting_value == "Disable"
    error_message = "`setting_value` is ${attrs.setting_value}, must be Disable"
  }
}
