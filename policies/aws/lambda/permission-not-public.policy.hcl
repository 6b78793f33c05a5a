# title: Functions can be invoked by named principals only
# why: With * as principal everybody with an AWS account can invoke the function.
# fix: Name a service, account or role in `principal`, or set `principal_org_id`,
#   `source_arn` or `source_account`.
# severity: critical
# references: https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/lambda-controls.html
# aliases: CKV_AWS_301
# tags: fsbp, iam, network

policy {}

resource_policy "aws_lambda_permission" "permission-not-public" {
  enforce {
    condition     = core::try(attrs.principal, null) != "*" || (core::try(attrs.principal_org_id, null) != null && core::try(attrs.principal_org_id, null) != "") || (core::try(attrs.source_arn, null) != null && core::try(attrs.source_arn, null) != "") || (core::try(attrs.source_account, null) != null && core::try(attrs.source_account, null) != "")
    error_message = "`principal` is *, must be a service, account or role, or limited by `principal_org_id`, `source_arn` or `source_account`"
  }
}

resource_policy "aws_lambda_layer_version_permission" "permission-not-public" {
  enforce {
    condition     = core::try(attrs.principal, null) != "*" || (core::try(attrs.organization_id, null) != null && core::try(attrs.organization_id, null) != "")
    error_message = "`principal` is *, must be an account, or limited by `organization_id`"
  }
}
