policytest {
  targets = ["rotation.policy.hcl"]
}

resource "google_kms_crypto_key" "quarterly" {
  attrs = {
    rotation_period = "7776000s"
    purpose         = "ENCRYPT_DECRYPT"
  }
}

resource "google_kms_crypto_key" "fraction" {
  attrs = {
    rotation_period = "86400.5s"
  }
}

resource "google_kms_crypto_key" "too_rare" {
  expect_failure = true
  attrs = {
    rotation_period = "7776001s"
  }
}

resource "google_kms_crypto_key" "default" {
  expect_failure = true
  attrs = {
    rotation_period = null
    purpose         = "ENCRYPT_DECRYPT"
  }
}

resource "google_kms_crypto_key" "yearly_allowed" {
  attrs = {
    rotation_period = "31536000s"
  }
  inputs {
    rotation-max-days = 365
  }
}

resource "google_kms_crypto_key" "signing" {
  attrs = {
    rotation_period = null
    purpose         = "ASYMMETRIC_SIGN"
  }
}

resource "google_kms_crypto_key" "imported" {
  attrs = {
    rotation_period = null
    import_only     = true
  }
}

resource "google_kms_crypto_key" "known_after_apply" {
  expect_unknown = true
  unknown        = ["rotation_period"]
  attrs = {
    purpose = "ENCRYPT_DECRYPT"
  }
}
