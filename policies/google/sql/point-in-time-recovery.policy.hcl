# title: Databases can be restored to a point in time
# why: A daily backup alone loses up to a day of writes.
# fix: Set `settings.backup_configuration.point_in_time_recovery_enabled = true`, for MySQL
#   `binary_log_enabled = true`.
# severity: medium
# references: https://cloud.google.com/sql/docs/mysql/backup-recovery/pitr
# tags: backup, database

policy {}

resource_policy "google_sql_database_instance" "point-in-time-recovery" {
  filter = core::try(core::length(attrs.settings), 0) > 0

  enforce {
    condition = (
      core::try(attrs.settings[0].backup_configuration[0].point_in_time_recovery_enabled, null) == true
      || (core::startswith(core::try(core::trimspace(attrs.database_version), ""), "MYSQL") && core::try(attrs.settings[0].backup_configuration[0].binary_log_enabled, null) == true)
      || core::try(core::trimspace(attrs.master_instance_name), "") != ""
    )
    error_message = "`settings.backup_configuration` must set `point_in_time_recovery_enabled`, for MySQL `binary_log_enabled`, to true"
  }
}
