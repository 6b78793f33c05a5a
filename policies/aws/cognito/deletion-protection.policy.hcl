# title: User pools are protected from deletion
# why: With the pool all accounts and passwords of its users are gone.
# fix: Set `deletion_protection = "ACTIVE"`.
# severity: medium
# references: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-deletion-protection.html
# tags: backup

policy {}

resource_policy "aws_cognito_user_pool" "deletion-protection" {
  enforce {
    condition     = core::contains(["ACTIVE"], core::try(attrs.deletion_protection, null) == null ? "" : core::try(attrs.deletion_protection, null))
    error_message = "`deletion_protection` is ${core::try(attrs.deletion_protection, null) == null ? "not set" : core::try(attrs.deletion_protection, null)}, must be ACTIVE"
  }
}
