policytest {
  targets = ["no-public-ip.policy.hcl"]
}

resource "google_dataproc_cluster" "internal" {
  attrs = {
    cluster_config = [{ gce_cluster_config = [{ internal_ip_only = true }] }]
  }
}

resource "google_dataproc_cluster" "public" {
  expect_failure = true
  attrs = {
    cluster_config = [{ gce_cluster_config = [{ internal_ip_only = false }] }]
  }
}

resource "google_dataproc_cluster" "default" {
  expect_failure = true
  attrs = {
    cluster_config = [{ gce_cluster_config = [{ internal_ip_only = null }] }]
  }
}

resource "google_dataproc_cluster" "on_kubernetes" {
  attrs = {
    virtual_cluster_config = [{ staging_bucket = "b" }]
    cluster_config         = []
  }
}

resource "google_dataproc_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["cluster_config.0.gce_cluster_config.0.internal_ip_only"]
  attrs = {
    cluster_config         = [{ gce_cluster_config = [{}] }]
    virtual_cluster_config = []
  }
}
