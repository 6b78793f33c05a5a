policytest {
  targets = ["topic-own-key.policy.hcl"]
}

resource "google_pubsub_topic" "own" {
  attrs = {
    kms_key_name = "projects/p/locations/l/keyRings/r/cryptoKeys/k"
  }
}

resource "google_pubsub_topic" "default" {
  expect_failure = true
  attrs = {
    kms_key_name = null
  }
}

resource "google_pubsub_topic" "empty" {
  expect_failure = true
  attrs = {
    kms_key_name = ""
  }
}

resource "google_pubsub_topic" "known_after_apply" {
  expect_unknown = true
  unknown        = ["kms_key_name"]
  attrs = {
    name = "t"
  }
}
