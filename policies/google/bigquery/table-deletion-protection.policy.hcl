# title: Tables are protected from deletion
# why: Without it a changed column can drop and recreate the table, and its rows are gone.
# fix: Leave `deletion_protection` at its default true.
# severity: low
# references: https://cloud.google.com/bigquery/docs/managing-tables
# aliases: CKV_GCP_121
# tags: backup

policy {}

resource_policy "google_bigquery_table" "table-deletion-protection" {
  enforce {
    condition     = core::try(attrs.deletion_protection, null) != false
    error_message = "`deletion_protection` is false, must be true"
  }
}
