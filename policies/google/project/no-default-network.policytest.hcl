policytest {
  targets = ["no-default-network.policy.hcl"]
}

resource "google_project" "without" {
  attrs = {
    auto_create_network = false
  }
}

resource "google_project" "with" {
  expect_failure = true
  attrs = {
    auto_create_network = true
  }
}

resource "google_project" "default" {
  expect_failure = true
  attrs = {
    auto_create_network = null
  }
}

resource "google_project" "known_after_apply" {
  expect_unknown = true
  unknown        = ["auto_create_network"]
  attrs = {
    name = "p"
  }
}
