# title: Trails record calls that change and that read
# why: A trail that leaves out management events shows neither who changed what nor who
#   looked around.
# fix: Set `include_management_events = true` and `read_write_type = "All"` in an
#   `event_selector`, or leave the block out.
# severity: medium
# references: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/cloudtrail-controls.html
# tags: logging

policy {}

resource_policy "aws_cloudtrail" "management-events" {
  filter = core::length(core::try([for x in attrs.event_selector : x], [])) > 0

  enforce {
    condition     = core::anytrue([for s in attrs.event_selector : core::try(s.include_management_events, null) != false && (core::try(s.read_write_type, null) == null || core::try(s.read_write_type, null) == "All")])
    error_message = "no `event_selector` has `include_management_events` true and `read_write_type` All"
  }
}
