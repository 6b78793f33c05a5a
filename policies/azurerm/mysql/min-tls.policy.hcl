# title: MySQL servers accept TLS 1.2 and newer
# why: Older versions of TLS have known flaws and can be forced on clients.
# fix: For single servers set `ssl_minimal_tls_version_enforced = "TLS1_2"`; leave TLSv1 and
#   TLSv1.1 out of `tls_version`.
# severity: medium
# references: https://learn.microsoft.com/azure/mysql/flexible-server/how-to-connect-tls-ssl
# aliases: CKV_AZURE_54
# tags: encryption, database

policy {}

resource_policy "azurerm_mysql_server" "min-tls" {
  enforce {
    condition     = core::try(core::trimspace(attrs.ssl_minimal_tls_version_enforced), "") == "TLS1_2"
    error_message = "`ssl_minimal_tls_version_enforced` is ${core::valuetostring(core::try(attrs.ssl_minimal_tls_version_enforced, null))}, must be TLS1_2"
  }
}

resource_policy "azurerm_mysql_flexible_server_configuration" "min-tls" {
  filter = core::try(core::lower(attrs.name), "") == "tls_version"

  enforce {
    condition     = !core::anytrue([for v in core::split(",", core::try(core::lower(attrs.value), "")) : core::contains(["tlsv1", "tlsv1.0", "tlsv1.1"], core::trimspace(v))])
    error_message = "`value` is ${attrs.value}, must be TLSv1.2 or newer"
  }
}
