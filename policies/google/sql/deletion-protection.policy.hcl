# title: Databases are protected from deletion
# why: One `destroy` removes the instance together with its backups.
# fix: Leave `deletion_protection` at its default true, or set
#   `settings.deletion_protection_enabled = true`.
# severity: medium
# references: https://cloud.google.com/sql/docs/mysql/deletion-protection
# tags: backup, database

policy {}

resource_policy "google_sql_database_instance" "deletion-protection" {
  enforce {
    condition = (
      core::try(attrs.deletion_protection, null) != false
      || core::try(attrs.settings[0].deletion_protection_enabled, null) == true
    )
    error_message = "`deletion_protection` is false, must be true unless `settings.deletion_protection_enabled` is"
  }
}
