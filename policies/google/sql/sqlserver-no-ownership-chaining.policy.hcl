# title: SQL Server does not chain ownership across databases
# why: With chaining on, a user of one database may reach objects of others that have the same
#   owner, without being granted them.
# fix: Remove the database flag `cross db ownership chaining`, or set it to off.
# severity: medium
# references: https://cloud.google.com/sql/docs/sqlserver/flags
# aliases: CKV_GCP_58
# tags: cis, iam, database

policy {}

resource_policy "google_sql_database_instance" "sqlserver-no-ownership-chaining" {
  filter = core::startswith(core::try(core::trimspace(attrs.database_version), ""), "SQLSERVER")

  enforce {
    condition     = !core::anytrue([for f in core::try(attrs.settings[0].database_flags[*], []) : core::try(f.name, "") == "cross db ownership chaining" && core::try(core::lower(f.value), "") == "on"])
    error_message = "the database flag `cross db ownership chaining` must be off"
  }
}
