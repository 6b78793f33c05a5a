policytest {
  targets = ["no-user-managed-keys.policy.hcl"]
}

resource "google_service_account_key" "downloaded" {
  expect_failure = true
  attrs = {
    service_account_id = "a"
    public_key_data    = null
  }
}

resource "google_service_account_key" "account_known_after_apply" {
  expect_failure = true
  unknown        = ["service_account_id"]
  attrs = {
    public_key_data = null
  }
}

resource "google_service_account_key" "own_public_key" {
  attrs = {
    service_account_id = "a"
    public_key_data    = "LS0tLS1CRUdJTg=="
  }
}

resource "google_service_account_key" "known_after_apply" {
  expect_unknown = true
  unknown        = ["public_key_data"]
  attrs = {
    service_account_id = "a"
  }
}
