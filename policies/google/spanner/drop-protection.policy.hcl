# title: Spanner databases are protected from being dropped
# why: `deletion_protection` stops Terraform only; drop protection also stops the console and
#   other tools.
# fix: Set `enable_drop_protection = true`.
# severity: medium
# references: https://cloud.google.com/spanner/docs/prevent-database-deletion
# aliases: CKV_GCP_120
# tags: backup, database

policy {}

resource_policy "google_spanner_database" "drop-protection" {
  enforce {
    condition     = core::try(attrs.enable_drop_protection, null) == true
    error_message = "`enable_drop_protection` must be true"
  }
}
