policytest {
  targets = ["node-auto-upgrade.policy.hcl"]
}

resource "google_container_node_pool" "on" {
  attrs = {
    management = [{ auto_upgrade = true }]
  }
}

resource "google_container_node_pool" "off" {
  expect_failure = true
  attrs = {
    management = [{ auto_upgrade = false }]
  }
}

resource "google_container_node_pool" "default_of_the_block" {
  expect_failure = true
  attrs = {
    management = [{ auto_upgrade = null }]
  }
}

resource "google_container_node_pool" "known_after_apply" {
  expect_unknown = true
  unknown        = ["management"]
  attrs = {
    name = "n"
  }
}
