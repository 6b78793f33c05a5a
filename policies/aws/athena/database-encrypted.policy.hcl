# title: Databases are encrypted
# why: Data that is written by queries lies in the bucket in clear otherwise.
# fix: Add an `encryption_configuration` block to the database.
# severity: medium
# references: https://docs.aws.amazon.com/athena/latest/ug/encryption.html
# aliases: CKV_AWS_77
# tags: encryption

policy {}

resource_policy "aws_athena_database" "database-encrypted" {
  enforce {
    condition     = core::try(attrs.encryption_configuration[0].encryption_option, null) != null && core::try(attrs.encryption_configuration[0].encryption_option, null) != ""
    error_message = "`encryption_configuration` is not set, must have an `encryption_option`"
  }
}
