# title: Features of GuardDuty that are managed are on
# why: A protection plan that is switched off leaves buckets, clusters, functions or
#   databases unwatched.
# fix: Set `status = "ENABLED"`.
# severity: low
# references: https://docs.aws.amazon.com/guardduty/latest/ug/guardduty-features-activation-model.html
# tags: logging

policy {}

resource_policy "aws_guardduty_detector_feature" "features-enabled" {
  enforce {
    condition     = core::contains(["ENABLED"], core::try(attrs.status, null) == null ? "" : core::try(attrs.status, null))
    error_message = "`status` is ${core::try(attrs.status, null) == null ? "not set" : core::try(attrs.status, null)}, must be ENABLED"
  }
}
