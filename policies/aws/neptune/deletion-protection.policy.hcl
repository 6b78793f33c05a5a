# title: Neptune clusters are protected from deletion
# why: One mistaken plan or click deletes the database; the flag makes the API refuse.
# fix: Set `deletion_protection = true`.
# severity: high
# references: https://docs.aws.amazon.com/neptune/latest/userguide/manage-console-instances-delete.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/neptune-controls.html
# aliases: CKV2_AWS_58
# tags: fsbp, backup

policy {}

resource_policy "aws_neptune_cluster" "deletion-protection" {
  enforce {
    condition     = core::try(attrs.deletion_protection, null) == true
    error_message = "`deletion_protection` is ${core::try(attrs.deletion_protection, null) == null ? "not set" : "false"}, must be true"
  }
}
