# title: Services may invoke a function for one source only
# why: Without it any customer of the service, in any account, can have it invoke the
#   function.
# fix: Set `source_arn` or `source_account` beside a service as `principal`.
# severity: high
# references: https://docs.aws.amazon.com/lambda/latest/dg/permissions-function-services.html
#   https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
# aliases: CKV_AWS_364
# tags: iam

policy {}

resource_policy "aws_lambda_permission" "service-permission-limited" {
  filter = core::try(core::endswith(attrs.principal, ".amazonaws.com"), false) || core::try(core::endswith(attrs.principal, ".amazonaws.com.cn"), false)

  enforce {
    condition     = (core::try(attrs.source_arn, null) != null && core::try(attrs.source_arn, null) != "") || (core::try(attrs.source_account, null) != null && core::try(attrs.source_account, null) != "") || (core::try(attrs.principal_org_id, null) != null && core::try(attrs.principal_org_id, null) != "")
    error_message = "neither `source_arn` nor `source_account` is set, must name who may use ${attrs.principal}"
  }
}
