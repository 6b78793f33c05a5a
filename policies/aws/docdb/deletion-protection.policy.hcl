# title: DocumentDB clusters are protected from deletion
# why: One mistaken plan or click deletes the database; the flag makes the API refuse.
# fix: Set `deletion_protection = true`.
# severity: high
# references: https://docs.aws.amazon.com/documentdb/latest/developerguide/db-cluster-delete.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/documentdb-controls.html
# tags: fsbp, backup

policy {}

resource_policy "aws_docdb_cluster" "deletion-protection" {
  enforce {
    condition     = core::try(attrs.deletion_protection, null) == true
    error_message = "`deletion_protection` is ${core::try(attrs.deletion_protection, null) == null ? "not set" : "false"}, must be true"
  }
}
