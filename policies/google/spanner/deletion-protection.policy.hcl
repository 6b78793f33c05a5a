# title: Terraform does not delete Spanner databases
# why: A change of one attribute could recreate the database and lose its data.
# fix: Leave `deletion_protection` at its default true.
# severity: medium
# references: https://cloud.google.com/spanner/docs/prevent-database-deletion
# aliases: CKV_GCP_119
# tags: backup, database

policy {}

resource_policy "google_spanner_database" "deletion-protection" {
  enforce {
    condition     = core::try(attrs.deletion_protection, null) != false
    error_message = "`deletion_protection` is false, must be true"
  }
}
