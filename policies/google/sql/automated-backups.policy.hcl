# title: Databases are backed up every day
# why: Without automated backups a dropped table or a deleted instance cannot be brought back.
# fix: Set `settings.backup_configuration.enabled = true`.
# severity: high
# references: https://cloud.google.com/sql/docs/mysql/backup-recovery/backups
# aliases: CKV_GCP_14
# tags: cis, backup, database

policy {}

resource_policy "google_sql_database_instance" "automated-backups" {
  filter = core::try(core::length(attrs.settings), 0) > 0

  enforce {
    condition = (
      core::try(attrs.settings[0].backup_configuration[0].enabled, null) == true
      || core::try(core::trimspace(attrs.master_instance_name), "") != ""
    )
    error_message = "`settings.backup_configuration.enabled` must be true"
  }
}
