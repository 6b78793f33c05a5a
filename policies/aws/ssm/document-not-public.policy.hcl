# title: Documents are not shared with everybody
# why: A public document shows account ids, commands and whatever stands in it to every AWS
#   account.
# fix: Remove `All` from `permissions.account_ids`; name accounts.
# severity: high
# references: https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-ssm-sharing.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/ssm-controls.html
# aliases: CKV_AWS_303
# tags: fsbp, network, iam

policy {}

resource_policy "aws_ssm_document" "document-not-public" {
  enforce {
    condition     = !core::contains([for a in core::split(",", core::lower(core::try(attrs.permissions.account_ids, null) == null ? "" : core::try(attrs.permissions.account_ids, null))) : core::trimspace(a)], "all")
    error_message = "`permissions.account_ids` holds All, must name accounts"
  }
}
