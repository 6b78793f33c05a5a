policytest {
  targets = ["binary-authorization.policy.hcl"]
}

resource "google_container_cluster" "on" {
  attrs = {
    binary_authorization = [{ evaluation_mode = "PROJECT_SINGLETON_POLICY_ENFORCE", enabled = null }]
  }
}

resource "google_container_cluster" "old_name" {
  attrs = {
    enable_binary_authorization = true
  }
}

resource "google_container_cluster" "old_block" {
  attrs = {
    binary_authorization = [{ enabled = true, evaluation_mode = "" }]
  }
}

resource "google_container_cluster" "off" {
  expect_failure = true
  attrs = {
    binary_authorization = [{ evaluation_mode = "DISABLED", enabled = false }]
  }
}

resource "google_container_cluster" "default" {
  expect_failure = true
  attrs = {
    binary_authorization = []
  }
}

resource "google_container_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["binary_authorization.0.evaluation_mode"]
  attrs = {
    binary_authorization = [{ enabled = null }]
  }
}
