policytest {
  targets = ["own-service-account.policy.hcl"]
}

resource "google_compute_instance" "own" {
  attrs = {
    service_account = [{ email = "app@p.iam.gserviceaccount.com", scopes = ["cloud-platform"] }]
  }
}

resource "google_compute_instance" "no_account" {
  attrs = {
    service_account = []
  }
}

resource "google_compute_instance" "left_out" {
  expect_failure = true
  attrs = {
    service_account = [{ email = "", scopes = ["logging-write"] }]
  }
}

resource "google_compute_instance" "named" {
  expect_failure = true
  attrs = {
    service_account = [{ email = "123-compute@developer.gserviceaccount.com", scopes = [] }]
  }
}

resource "google_compute_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["service_account.0.email"]
  attrs = {
    service_account = [{ email = null, scopes = ["cloud-platform"] }]
  }
}

resource "google_compute_instance_template" "own" {
  attrs = {
    service_account = [{ email = "app@p.iam.gserviceaccount.com", scopes = ["cloud-platform"] }]
  }
}

resource "google_compute_instance_template" "no_account" {
  attrs = {
    service_account = []
  }
}

resource "google_compute_instance_template" "left_out" {
  expect_failure = true
  attrs = {
    service_account = [{ email = "", scopes = ["logging-write"] }]
  }
}

resource "google_compute_instance_template" "named" {
  expect_failure = true
  attrs = {
    service_account = [{ email = "123-compute@developer.gserviceaccount.com", scopes = [] }]
  }
}

resource "google_compute_instance_template" "known_after_apply" {
  expect_unknown = true
  unknown        = ["service_account.0.email"]
  attrs = {
    service_account = [{ email = null, scopes = ["cloud-platform"] }]
  }
}

resource "google_compute_region_instance_template" "own" {
  attrs = {
    service_account = [{ email = "app@p.iam.gserviceaccount.com", scopes = ["cloud-platform"] }]
  }
}

resource "google_compute_region_instance_template" "no_account" {
  attrs = {
    service_account = []
  }
}

resource "google_compute_region_instance_template" "left_out" {
  expect_failure = true
  attrs = {
    service_account = [{ email = "", scopes = ["logging-write"] }]
  }
}

resource "google_compute_region_instance_template" "named" {
  expect_failure = true
  attrs = {
    service_account = [{ email = "123-compute@developer.gserviceaccount.com", scopes = [] }]
  }
}

resource "google_compute_region_instance_template" "known_after_apply" {
  expect_unknown = true
  unknown        = ["service_account.0.email"]
  attrs = {
    service_account = [{ email = null, scopes = ["cloud-platform"] }]
  }
}
