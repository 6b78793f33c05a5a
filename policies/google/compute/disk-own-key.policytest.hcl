policytest {
  targets = ["disk-own-key.policy.hcl"]
}

resource "google_compute_disk" "own" {
  attrs = {
    disk_encryption_key = [{ kms_key_self_link = "projects/p/locations/l/keyRings/r/cryptoKeys/k" }]
  }
}

resource "google_compute_disk" "key_known_after_apply" {
  unknown = ["disk_encryption_key.0.kms_key_self_link"]
  attrs = {
    disk_encryption_key = [{ raw_key = null }]
  }
}

resource "google_compute_disk" "default" {
  expect_failure = true
  attrs = {
    disk_encryption_key = []
  }
}

resource "google_compute_disk" "known_after_apply" {
  expect_unknown = true
  unknown        = ["disk_encryption_key"]
  attrs = {
    name = "a"
  }
}

resource "google_compute_region_disk" "own" {
  attrs = {
    disk_encryption_key = [{ kms_key_self_link = "projects/p/locations/l/keyRings/r/cryptoKeys/k" }]
  }
}

resource "google_compute_region_disk" "key_known_after_apply" {
  unknown = ["disk_encryption_key.0.kms_key_self_link"]
  attrs = {
    disk_encryption_key = [{ raw_key = null }]
  }
}

resource "google_compute_region_disk" "default" {
  expect_failure = true
  attrs = {
    disk_encryption_key = []
  }
}

resource "google_compute_region_disk" "known_after_apply" {
  expect_unknown = true
  unknown        = ["disk_encryption_key"]
  attrs = {
    name = "a"
  }
}
