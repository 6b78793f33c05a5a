# title: PostgreSQL logs connections and disconnections
# why: Without them nobody can tell who was connected when, and failed logins stay unseen.
# fix: Add the database flags `log_connections` and `log_disconnections` with the value on to
#   `settings`.
# severity: low
# references: https://cloud.google.com/sql/docs/postgres/flags
# aliases: CKV_GCP_52, CKV_GCP_53
# tags: cis, logging, database

policy {}

resource_policy "google_sql_database_instance" "postgres-log-connections" {
  filter = core::startswith(core::try(core::trimspace(attrs.database_version), ""), "POSTGRES")

  enforce {
    condition     = core::anytrue([for f in core::try(attrs.settings[0].database_flags[*], []) : core::try(f.name, "") == "log_connections" && core::try(core::lower(f.value), "") == "on"])
    error_message = "the database flag `log_connections` must be on"
  }

  enforce {
    condition     = core::anytrue([for f in core::try(attrs.settings[0].database_flags[*], []) : core::try(f.name, "") == "log_disconnections" && core::try(core::lower(f.value), "") == "on"])
    error_message = "the database flag `log_disconnections` must be on"
  }
}
