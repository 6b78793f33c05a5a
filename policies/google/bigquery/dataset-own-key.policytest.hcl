policytest {
  targets = ["dataset-own-key.policy.hcl"]
}

resource "google_bigquery_dataset" "own" {
  attrs = {
    default_encryption_configuration = [{ kms_key_name = "k" }]
  }
}

resource "google_bigquery_dataset" "key_known_after_apply" {
  unknown = ["default_encryption_configuration.0.kms_key_name"]
  attrs = {
    default_encryption_configuration = [{ kms_key_name = null }]
  }
}

resource "google_bigquery_dataset" "default" {
  expect_failure = true
  attrs = {
    default_encryption_configuration = []
  }
}

resource "google_bigquery_dataset" "known_after_apply" {
  expect_unknown = true
  unknown        = ["default_encryption_configuration"]
  attrs = {
    dataset_id = "d"
  }
}
