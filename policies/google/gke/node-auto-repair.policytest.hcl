policytest {
  targets = ["node-auto-repair.policy.hcl"]
}

resource "google_container_node_pool" "on" {
  attrs = {
    management = [{ auto_repair = true }]
  }
}

resource "google_container_node_pool" "off" {
  expect_failure = true
  attrs = {
    management = [{ auto_repair = false }]
  }
}

resource "google_container_node_pool" "default_of_the_block" {
  expect_failure = true
  attrs = {
    management = [{ auto_repair = null }]
  }
}

resource "google_container_node_pool" "known_after_apply" {
  expect_unknown = true
  unknown        = ["management"]
  attrs = {
    name = "n"
  }
}
