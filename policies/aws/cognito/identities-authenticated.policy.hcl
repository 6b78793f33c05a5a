# title: Identity pools give credentials to signed-in users only
# why: With unauthenticated identities everybody gets AWS credentials of a role in the
#   account.
# fix: Set `allow_unauthenticated_identities = false`.
# severity: high
# references: https://docs.aws.amazon.com/cognito/latest/developerguide/identity-pools.html
# aliases: CKV_AWS_366
# tags: iam, network

policy {}

resource_policy "aws_cognito_identity_pool" "identities-authenticated" {
  enforce {
    condition     = core::try(attrs.allow_unauthenticated_identities, null) != true
    error_message = "`allow_unauthenticated_identities` is true, must be false"
  }
}
