# title: Functions have a concurrency of their own
# why: Functions without a limit share one of the account: a loop in one of them stops all
#   others, and costs without end.
# fix: Set `reserved_concurrent_executions` to 0 or more.
# severity: low
# references: https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html
# aliases: CKV_AWS_115

policy {}

resource_policy "aws_lambda_function" "reserved-concurrency" {
  locals {
    value = core::try(attrs.reserved_concurrent_executions, null) == null ? -1 : core::try(attrs.reserved_concurrent_executions, null)
  }

  enforce {
    condition     = local.value >= 0
    error_message = "`reserved_concurrent_executions` is not set, must be 0 or more"
  }
}
