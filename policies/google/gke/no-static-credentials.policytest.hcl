policytest {
  targets = ["no-static-credentials.policy.hcl"]
}

resource "google_container_cluster" "none" {
  attrs = {
    master_auth = [{ client_certificate_config = [{ issue_client_certificate = false }] }]
  }
}

resource "google_container_cluster" "old_none" {
  attrs = {
    master_auth = [{ client_certificate_config = [{ issue_client_certificate = false }], username = "" }]
  }
}

resource "google_container_cluster" "default" {
  attrs = {
    master_auth = []
  }
}

resource "google_container_cluster" "certificate" {
  expect_failure = true
  attrs = {
    master_auth = [{ client_certificate_config = [{ issue_client_certificate = true }] }]
  }
}

resource "google_container_cluster" "password" {
  expect_failure = true
  attrs = {
    master_auth = [{ client_certificate_config = [], username = "admin" }]
  }
}

resource "google_container_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["master_auth"]
  attrs = {
    name = "c"
  }
}
