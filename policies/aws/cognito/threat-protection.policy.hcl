# title: User pools answer suspicious sign-ins
# why: Without it credential stuffing and impossible travel go unnoticed.
# fix: Add a `user_pool_add_ons` block with `advanced_security_mode = "ENFORCED"`.
# severity: low
# references: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pool-settings-threat-protection.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/cognito-controls.html
# tags: fsbp, iam, logging

policy {}

resource_policy "aws_cognito_user_pool" "threat-protection" {
  enforce {
    condition     = core::contains(["ENFORCED"], core::try(attrs.user_pool_add_ons[0].advanced_security_mode, null) == null ? "" : core::try(attrs.user_pool_add_ons[0].advanced_security_mode, null))
    error_message = "`user_pool_add_ons.advanced_security_mode` is ${core::try(attrs.user_pool_add_ons[0].advanced_security_mode, null) == null ? "not set" : core::try(attrs.user_pool_add_ons[0].advanced_security_mode, null)}, must be ENFORCED"
  }
}
