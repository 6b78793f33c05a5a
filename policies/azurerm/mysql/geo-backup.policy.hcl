# title: Backups of MySQL servers survive the loss of a region
# why: Backups in the same region are lost together with the server; the choice cannot be
#   changed later.
# fix: Set `geo_redundant_backup_enabled = true`.
# severity: low
# references: https://learn.microsoft.com/azure/mysql/flexible-server/concepts-backup-restore
# aliases: CKV_AZURE_94
# tags: backup, database

policy {}

resource_policy "azurerm_mysql_server" "geo-backup" {
  filter = !core::contains(["Replica", "PointInTimeRestore", "GeoRestore"], core::try(core::trimspace(attrs.create_mode), ""))

  enforce {
    condition     = core::try(attrs.geo_redundant_backup_enabled, null) == true
    error_message = "`geo_redundant_backup_enabled` must be true"
  }
}

resource_policy "azurerm_mysql_flexible_server" "geo-backup" {
  filter = !core::contains(["Replica", "PointInTimeRestore", "GeoRestore"], core::try(core::trimspace(attrs.create_mode), ""))

  enforce {
    condition     = core::try(attrs.geo_redundant_backup_enabled, null) == true
    error_message = "`geo_redundant_backup_enabled` must be true"
  }
}
