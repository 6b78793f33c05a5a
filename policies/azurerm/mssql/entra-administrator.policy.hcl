# title: SQL servers have an Entra ID administrator
# why: With SQL logins only, people share passwords that nobody takes back when they leave.
# fix: Add an `azuread_administrator` block.
# severity: medium
# references: https://learn.microsoft.com/azure/azure-sql/database/authentication-aad-configure
# aliases: CKV2_AZURE_27
# tags: cis, iam, database

policy {}

resource_policy "azurerm_mssql_server" "entra-administrator" {
  enforce {
    condition     = core::try(core::length(attrs.azuread_administrator), 0) > 0
    error_message = "`azuread_administrator` must be set"
  }
}
