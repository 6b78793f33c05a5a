# title: Service accounts have no downloaded keys
# why: A key file does not expire, is copied around, and ends up in the Terraform state in
#   plain text.
# fix: Remove google_service_account_key; use Workload Identity, impersonation or an attached
#   service account.
# severity: medium
# references: https://cloud.google.com/iam/docs/best-practices-for-managing-service-account-keys
# aliases: CKV2_GCP_3
# tags: cis, iam

policy {}

resource_policy "google_service_account_key" "no-user-managed-keys" {
  enforce {
    condition     = core::try(core::length(attrs.public_key_data), 0) > 0
    error_message = "a key is made and kept in the state, must be replaced by Workload Identity or an attached account"
  }
}
