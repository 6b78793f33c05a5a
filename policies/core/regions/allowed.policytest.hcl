policytest {
  targets = ["allowed.policy.hcl"]
}

resource "google_compute_subnetwork" "region" {
  attrs = {
    region = "europe-west2"
  }
  inputs {
    allowed-regions = ["europe-west2", "West Europe", "EU"]
  }
}

resource "google_compute_instance" "zone" {
  attrs = {
    zone = "europe-west2-a"
  }
  inputs {
    allowed-regions = ["europe-west2", "West Europe", "EU"]
  }
}

resource "google_compute_instance" "zone_as_link" {
  attrs = {
    zone = "https://www.googleapis.com/compute/v1/projects/p/zones/europe-west2-a"
  }
  inputs {
    allowed-regions = ["europe-west2", "West Europe", "EU"]
  }
}

resource "google_storage_bucket" "multi_region" {
  attrs = {
    location = "EU"
  }
  inputs {
    allowed-regions = ["europe-west2", "West Europe", "EU"]
  }
}

resource "google_iam_workload_identity_pool" "global" {
  attrs = {
    location = "global"
  }
  inputs {
    allowed-regions = ["europe-west2", "West Europe", "EU"]
  }
}

resource "google_project_service" "no_region" {
  attrs = {
    service = "x"
  }
  inputs {
    allowed-regions = ["europe-west2", "West Europe", "EU"]
  }
}

resource "google_compute_instance" "not_checked" {
  attrs = {
    zone = "us-east1-b"
  }
}

resource "google_compute_instance" "other_zone" {
  expect_failure = true
  attrs = {
    zone = "us-east1-b"
  }
  inputs {
    allowed-regions = ["europe-west2", "West Europe", "EU"]
  }
}

resource "google_compute_instance" "longer_name" {
  expect_failure = true
  attrs = {
    zone = "europe-west12-a"
  }
  inputs {
    allowed-regions = ["europe-west2", "West Europe", "EU"]
  }
}

resource "google_storage_bucket" "other_multi_region" {
  expect_failure = true
  attrs = {
    location = "US"
  }
  inputs {
    allowed-regions = ["europe-west2", "West Europe", "EU"]
  }
}

resource "google_container_cluster" "one_of_two" {
  expect_failure = true
  attrs = {
    location = "us-east1"
    region   = null
  }
  inputs {
    allowed-regions = ["europe-west2", "West Europe", "EU"]
  }
}

resource "google_container_cluster" "one_unknown" {
  expect_failure = true
  unknown        = ["region"]
  attrs = {
    location = "us-east1"
  }
  inputs {
    allowed-regions = ["europe-west2", "West Europe", "EU"]
  }
}

resource "google_compute_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["zone"]
  attrs = {
    name = "v"
  }
  inputs {
    allowed-regions = ["europe-west2", "West Europe", "EU"]
  }
}

resource "azurerm_resource_group" "name" {
  attrs = {
    location = "westeurope"
  }
  inputs {
    allowed-regions = ["europe-west2", "West Europe", "EU"]
  }
}

resource "azurerm_resource_group" "display_name" {
  attrs = {
    location = "West Europe"
  }
  inputs {
    allowed-regions = ["europe-west2", "West Europe", "EU"]
  }
}

resource "azurerm_resource_group" "not_checked" {
  attrs = {
    location = "eastus"
  }
}

resource "azurerm_dns_zone" "no_location" {
  attrs = {
    name = "z"
  }
  inputs {
    allowed-regions = ["europe-west2", "West Europe", "EU"]
  }
}

resource "azurerm_resource_group" "other" {
  expect_failure = true
  attrs = {
    location = "eastus"
  }
  inputs {
    allowed-regions = ["europe-west2", "West Europe", "EU"]
  }
}

resource "azurerm_resource_group" "known_after_apply" {
  expect_unknown = true
  unknown        = ["location"]
  attrs = {
    name = "g"
  }
  inputs {
    allowed-regions = ["europe-west2", "West Europe", "EU"]
  }
}
