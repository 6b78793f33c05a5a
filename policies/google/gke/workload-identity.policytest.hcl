policytest {
  targets = ["workload-identity.policy.hcl"]
}

resource "google_container_cluster" "on" {
  attrs = {
    workload_identity_config = [{ workload_pool = "p.svc.id.goog" }]
  }
}

resource "google_container_cluster" "old_name" {
  attrs = {
    workload_identity_config = [{ identity_namespace = "p.svc.id.goog" }]
  }
}

resource "google_container_cluster" "default" {
  expect_failure = true
  attrs = {
    workload_identity_config = []
  }
}

resource "google_container_cluster" "empty" {
  expect_failure = true
  attrs = {
    workload_identity_config = [{ workload_pool = null }]
  }
}

resource "google_container_cluster" "autopilot" {
  attrs = {
    enable_autopilot         = true
    workload_identity_config = []
  }
}

resource "google_container_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["workload_identity_config"]
  attrs = {
    name = "c"
  }
}
