policytest {
  targets = ["release-channel.policy.hcl"]
}

resource "google_container_cluster" "regular" {
  attrs = {
    release_channel = [{ channel = "REGULAR" }]
  }
}

resource "google_container_cluster" "none" {
  expect_failure = true
  attrs = {
    release_channel = [{ channel = "UNSPECIFIED" }]
  }
}

resource "google_container_cluster" "default" {
  expect_failure = true
  attrs = {
    release_channel = []
  }
}

resource "google_container_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["release_channel"]
  attrs = {
    name = "c"
  }
}
