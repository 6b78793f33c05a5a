# title: Alerts are sent to a security contact
# why: An alert that nobody reads is none.
# fix: Set `alert_notifications = true`.
# severity: low
# references: https://learn.microsoft.com/azure/defender-for-cloud/configure-email-notifications
# aliases: CKV_AZURE_21
# tags: logging

policy {}

resource_policy "azurerm_security_center_contact" "contact-alerts" {
  enforce {
    condition     = core::try(attrs.alert_notifications, null) == true
    error_message = "`alert_notifications` must be true"
  }
}
