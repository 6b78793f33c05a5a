# title: Tables are protected from deletion
# why: One mistaken plan or call deletes the table and its items; the flag makes the API
#   refuse.
# fix: Set `deletion_protection_enabled = true`.
# severity: medium
# references: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.Basics.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html
# tags: fsbp, backup

policy {}

resource_policy "aws_dynamodb_table" "deletion-protection" {
  enforce {
    condition     = core::try(attrs.deletion_protection_enabled, null) == true
    error_message = "`deletion_protection_enabled` is ${core::try(attrs.deletion_protection_enabled, null) == null ? "not set" : "false"}, must be true"
  }
}
