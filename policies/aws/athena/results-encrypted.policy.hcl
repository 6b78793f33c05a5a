# title: Results of queries are encrypted
# why: Results are copies of the data, in another bucket.
# fix: Add `encryption_configuration` to `configuration.result_configuration`.
# severity: medium
# references: https://docs.aws.amazon.com/athena/latest/ug/encrypting-query-results-stored-in-s3.html
# aliases: CKV_AWS_159
# tags: encryption

policy {}

resource_policy "aws_athena_workgroup" "results-encrypted" {
  enforce {
    condition     = core::try(attrs.configuration[0].result_configuration[0].encryption_configuration[0].encryption_option, null) != null && core::try(attrs.configuration[0].result_configuration[0].encryption_configuration[0].encryption_option, null) != ""
    error_message = "`configuration.result_configuration.encryption_configuration` is not set, must have an `encryption_option`"
  }
}
