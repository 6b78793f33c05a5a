policytest {
  targets = ["private-nodes.policy.hcl"]
}

resource "google_container_cluster" "private" {
  attrs = {
    private_cluster_config = [{ enable_private_nodes = true }]
  }
}

resource "google_container_cluster" "public" {
  expect_failure = true
  attrs = {
    private_cluster_config = [{ enable_private_nodes = false }]
  }
}

resource "google_container_cluster" "default" {
  expect_failure = true
  attrs = {
    private_cluster_config = []
  }
}

resource "google_container_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["private_cluster_config"]
  attrs = {
    name = "c"
  }
}
