# title: Outside identities are narrowed by a condition
# why: Without `attribute_condition` every repository or tenant of the same issuer, strangers
#   included, can get a token.
# fix: Set `attribute_condition`, for example `assertion.repository_owner == "my-org"`.
# severity: high
# references: https://cloud.google.com/iam/docs/workload-identity-federation
# aliases: CKV_GCP_118
# tags: iam

policy {}

resource_policy "google_iam_workload_identity_pool_provider" "workload-identity-condition" {
  filter = core::try(core::length(attrs.oidc), 0) > 0 || core::try(core::length(attrs.saml), 0) > 0

  enforce {
    condition     = core::try(core::trimspace(attrs.attribute_condition), "") != ""
    error_message = "`attribute_condition` must be set"
  }
}
