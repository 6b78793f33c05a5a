# title: Datasets are encrypted with a key of one's own
# why: Only with a key of your own can you take access to the data back.
# fix: Add `default_encryption_configuration { kms_key_name = … }`.
# severity: low
# references: https://cloud.google.com/bigquery/docs/customer-managed-encryption
# aliases: CKV_GCP_81
# tags: cis, encryption

policy {}

resource_policy "google_bigquery_dataset" "dataset-own-key" {
  enforce {
    condition     = core::try(core::length(attrs.default_encryption_configuration), 0) > 0
    error_message = "`default_encryption_configuration.kms_key_name` must be set"
  }
}
