policytest {
  targets = ["nodes-secure-boot.policy.hcl"]
}

resource "google_container_node_pool" "on" {
  attrs = {
    node_config = [{ shielded_instance_config = [{ enable_secure_boot = true }] }]
  }
}

resource "google_container_node_pool" "off" {
  expect_failure = true
  attrs = {
    node_config = [{ shielded_instance_config = [{ enable_secure_boot = false }] }]
  }
}

resource "google_container_node_pool" "default" {
  expect_failure = true
  attrs = {
    node_config = [{ shielded_instance_config = [] }]
  }
}

resource "google_container_node_pool" "known_after_apply" {
  expect_unknown = true
  unknown        = ["node_config.0.shielded_instance_config"]
  attrs = {
    node_config = [{}]
  }
}
