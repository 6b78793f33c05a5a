# title: Users may sign in with a second factor
# why: A stolen or reused password is enough to sign in.
# fix: Set `mfa_configuration` to OPTIONAL or ON.
# severity: medium
# references: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html
# tags: iam

policy {}

resource_policy "aws_cognito_user_pool" "mfa-required" {
  enforce {
    condition     = core::contains(["ON", "OPTIONAL"], core::try(attrs.mfa_configuration, null) == null ? "" : core::try(attrs.mfa_configuration, null))
    error_message = "`mfa_configuration` is ${core::try(attrs.mfa_configuration, null) == null ? "not set" : core::try(attrs.mfa_configuration, null)}, must be ON or OPTIONAL"
  }
}
