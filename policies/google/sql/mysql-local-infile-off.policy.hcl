# title: MySQL reads no files of clients
# why: With `local_infile` on, a forged server or an injected LOAD DATA statement can read
#   files of the client.
# fix: Add `database_flags { name = "local_infile", value = "off" }` to `settings`.
# severity: medium
# references: https://cloud.google.com/sql/docs/mysql/flags
# aliases: CKV_GCP_50
# tags: cis, database

policy {}

resource_policy "google_sql_database_instance" "mysql-local-infile-off" {
  filter = core::startswith(core::try(core::trimspace(attrs.database_version), ""), "MYSQL")

  enforce {
    condition     = core::anytrue([for f in core::try(attrs.settings[0].database_flags[*], []) : core::try(f.name, "") == "local_infile" && core::try(core::lower(f.value), "") == "off"])
    error_message = "the database flag `local_infile` must be off"
  }
}
