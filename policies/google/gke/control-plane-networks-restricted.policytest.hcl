policytest {
  targets = ["control-plane-networks-restricted.policy.hcl"]
}

resource "google_container_cluster" "restricted" {
  attrs = {
    master_authorized_networks_config = [{ cidr_blocks = [{ cidr_block = "203.0.113.0/24" }] }]
  }
}

resource "google_container_cluster" "nobody" {
  attrs = {
    master_authorized_networks_config = [{ cidr_blocks = [] }]
  }
}

resource "google_container_cluster" "private_endpoint" {
  attrs = {
    master_authorized_networks_config = []
    private_cluster_config            = [{ enable_private_endpoint = true }]
  }
}

resource "google_container_cluster" "default" {
  expect_failure = true
  attrs = {
    master_authorized_networks_config = []
    private_cluster_config            = [{ enable_private_endpoint = false }]
  }
}

resource "google_container_cluster" "world" {
  expect_failure = true
  attrs = {
    master_authorized_networks_config = [{ cidr_blocks = [{ cidr_block = "203.0.113.0/24" }, { cidr_block = "0.0.0.0/0" }] }]
  }
}

resource "google_container_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["master_authorized_networks_config"]
  attrs = {
    private_cluster_config = []
  }
}
