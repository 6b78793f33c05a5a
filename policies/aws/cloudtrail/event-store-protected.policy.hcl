# title: Event data stores are protected from deletion
# why: One call would remove the record of years.
# fix: Set `termination_protection_enabled = true`, or leave it out.
# severity: medium
# references: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/query-event-data-store-cloudtrail.html
# tags: backup, logging

policy {}

resource_policy "aws_cloudtrail_event_data_store" "event-store-protected" {
  enforce {
    condition     = core::try(attrs.termination_protection_enabled, null) != false
    error_message = "`termination_protection_enabled` is false, must be true"
  }
}
