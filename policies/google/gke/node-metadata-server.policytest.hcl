policytest {
  targets = ["node-metadata-server.policy.hcl"]
}

resource "google_container_node_pool" "gke" {
  attrs = {
    node_config = [{ workload_metadata_config = [{ mode = "GKE_METADATA" }] }]
  }
}

resource "google_container_node_pool" "old_name" {
  attrs = {
    node_config = [{ workload_metadata_config = [{ node_metadata = "GKE_METADATA_SERVER" }] }]
  }
}

resource "google_container_node_pool" "plain" {
  expect_failure = true
  attrs = {
    node_config = [{ workload_metadata_config = [{ mode = "GCE_METADATA" }] }]
  }
}

resource "google_container_node_pool" "default" {
  expect_failure = true
  attrs = {
    node_config = [{ workload_metadata_config = [] }]
  }
}

resource "google_container_node_pool" "known_after_apply" {
  expect_unknown = true
  unknown        = ["node_config.0.workload_metadata_config"]
  attrs = {
    node_config = [{ machine_type = "e2-medium" }]
  }
}
