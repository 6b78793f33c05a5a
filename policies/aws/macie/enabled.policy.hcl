# title: Macie is not paused
# why: A paused Macie finds no personal data or secrets in buckets.
# fix: Set `status = "ENABLED"`, or leave it out.
# severity: low
# references: https://docs.aws.amazon.com/macie/latest/user/suspend-macie.html
# tags: logging

policy {}

# Where it is not written the argument is computed, and not known before the apply: then
# there is nothing to judge here.
resource_policy "aws_macie2_account" "enabled" {
  filter = core::valuetostring(core::try(attrs.status, null)) != "(unknown)"

  enforce {
    condition     = core::try(attrs.status, null) != "PAUSED"
    error_message = "`status` is PAUSED, must be ENABLED"
  }
}
