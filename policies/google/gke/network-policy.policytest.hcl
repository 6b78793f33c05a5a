policytest {
  targets = ["network-policy.policy.hcl"]
}

resource "google_container_cluster" "calico" {
  unknown = ["datapath_provider"]
  attrs = {
    network_policy = [{ enabled = true }]
  }
}

resource "google_container_cluster" "dataplane_v2" {
  attrs = {
    network_policy    = []
    datapath_provider = "ADVANCED_DATAPATH"
  }
}

resource "google_container_cluster" "off" {
  expect_failure = true
  attrs = {
    network_policy    = [{ enabled = false }]
    datapath_provider = "LEGACY_DATAPATH"
  }
}

resource "google_container_cluster" "default" {
  expect_failure = true
  attrs = {
    network_policy    = []
    datapath_provider = null
  }
}

resource "google_container_cluster" "autopilot" {
  attrs = {
    enable_autopilot = true
    network_policy   = []
  }
}

resource "google_container_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["datapath_provider"]
  attrs = {
    network_policy = []
  }
}
