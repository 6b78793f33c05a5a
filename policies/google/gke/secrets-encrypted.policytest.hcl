policytest {
  targets = ["secrets-encrypted.policy.hcl"]
}

resource "google_container_cluster" "own_key" {
  attrs = {
    database_encryption = [{ state = "ENCRYPTED", key_name = "k" }]
  }
}

resource "google_container_cluster" "all_objects" {
  attrs = {
    database_encryption = [{ state = "ALL_OBJECTS_ENCRYPTION_ENABLED", key_name = "k" }]
  }
}

resource "google_container_cluster" "off" {
  expect_failure = true
  attrs = {
    database_encryption = [{ state = "DECRYPTED", key_name = "" }]
  }
}

resource "google_container_cluster" "default" {
  expect_failure = true
  attrs = {
    database_encryption = []
  }
}

resource "google_container_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["database_encryption"]
  attrs = {
    name = "c"
  }
}
