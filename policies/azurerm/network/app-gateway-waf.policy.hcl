# title: Application gateways have a web application firewall
# why: Without it attacks such as SQL injection reach the application unfiltered.
# fix: Set `firewall_policy_id` to an azurerm_web_application_firewall_policy, or
#   `waf_configuration { enabled = true }`, with the tier WAF_v2.
# severity: medium
# references: https://learn.microsoft.com/azure/web-application-firewall/ag/ag-overview
# aliases: CKV_AZURE_120
# tags: network

policy {}

resource_policy "azurerm_application_gateway" "app-gateway-waf" {
  enforce {
    condition = (
      core::try(attrs.waf_configuration[0].enabled, null) == true
      || core::try(core::trimspace(attrs.firewall_policy_id), "") != ""
    )
    error_message = "`firewall_policy_id` or `waf_configuration` must be set"
  }
}
