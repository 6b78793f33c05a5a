policytest {
  targets = ["shielded-nodes.policy.hcl"]
}

resource "google_container_cluster" "on" {
  attrs = {
    enable_shielded_nodes = true
  }
}

resource "google_container_cluster" "default" {
  attrs = {
    enable_shielded_nodes = null
  }
}

resource "google_container_cluster" "off" {
  expect_failure = true
  attrs = {
    enable_shielded_nodes = false
  }
}

resource "google_container_cluster" "autopilot" {
  attrs = {
    enable_autopilot      = true
    enable_shielded_nodes = false
  }
}

resource "google_container_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["enable_shielded_nodes"]
  attrs = {
    name = "c"
  }
}
