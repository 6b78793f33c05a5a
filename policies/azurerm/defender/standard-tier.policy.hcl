# title: Defender plans are on
# why: On the free tier nobody watches for attacks on the resources of the subscription.
# fix: Set `tier = "Standard"`.
# severity: low
# references: https://learn.microsoft.com/azure/defender-for-cloud/defender-for-cloud-introduction
# aliases: CKV_AZURE_19
# tags: logging

policy {}

resource_policy "azurerm_security_center_subscription_pricing" "standard-tier" {
  enforce {
    condition     = core::try(core::lower(attrs.tier), "") == "standard"
    error_message = "`tier` is ${attrs.tier}, must be Standard"
  }
}
