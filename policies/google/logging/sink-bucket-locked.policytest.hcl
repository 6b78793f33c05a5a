policytest {
  targets = ["sink-bucket-locked.policy.hcl"]
}

resource "google_storage_bucket" "locked" {
  attrs = {
    name             = "locked"
    retention_policy = [{ is_locked = true, retention_period = 86400 }]
  }
}

resource "google_storage_bucket" "loose" {
  attrs = {
    name             = "loose"
    retention_policy = [{ is_locked = false, retention_period = 86400 }]
  }
}

resource "google_storage_bucket" "bare" {
  attrs = {
    name             = "bare"
    retention_policy = []
  }
}

resource "google_logging_project_sink" "to_locked" {
  attrs = {
    destination = "storage.googleapis.com/locked"
  }
}

resource "google_logging_project_sink" "to_loose" {
  expect_failure = true
  attrs = {
    destination = "storage.googleapis.com/loose"
  }
}

resource "google_logging_project_sink" "to_bare" {
  expect_failure = true
  attrs = {
    destination = "storage.googleapis.com/bare"
  }
}

resource "google_logging_project_sink" "elsewhere" {
  attrs = {
    destination = "storage.googleapis.com/of-another-plan"
  }
}

resource "google_logging_project_sink" "to_bigquery" {
  attrs = {
    destination = "bigquery.googleapis.com/projects/p/datasets/d"
  }
}

resource "google_logging_project_sink" "known_after_apply" {
  expect_unknown = true
  unknown        = ["destination"]
  attrs = {
    name = "s"
  }
}

resource "google_logging_folder_sink" "to_locked" {
  attrs = {
    destination = "storage.googleapis.com/locked"
  }
}

resource "google_logging_folder_sink" "to_loose" {
  expect_failure = true
  attrs = {
    destination = "storage.googleapis.com/loose"
  }
}

resource "google_logging_folder_sink" "to_bare" {
  expect_failure = true
  attrs = {
    destination = "storage.googleapis.com/bare"
  }
}

resource "google_logging_folder_sink" "elsewhere" {
  attrs = {
    destination = "storage.googleapis.com/of-another-plan"
  }
}

resource "google_logging_folder_sink" "to_bigquery" {
  attrs = {
    destination = "bigquery.googleapis.com/projects/p/datasets/d"
  }
}

resource "google_logging_folder_sink" "known_after_apply" {
  expect_unknown = true
  unknown        = ["destination"]
  attrs = {
    name = "s"
  }
}

resource "google_logging_organization_sink" "to_locked" {
  attrs = {
    destination = "storage.googleapis.com/locked"
  }
}

resource "google_logging_organization_sink" "to_loose" {
  expect_failure = true
  attrs = {
    destination = "storage.googleapis.com/loose"
  }
}

resource "google_logging_organization_sink" "to_bare" {
  expect_failure = true
  attrs = {
    destination = "storage.googleapis.com/bare"
  }
}

resource "google_logging_organization_sink" "elsewhere" {
  attrs = {
    destination = "storage.googleapis.com/of-another-plan"
  }
}

resource "google_logging_organization_sink" "to_bigquery" {
  attrs = {
    destination = "bigquery.googleapis.com/projects/p/datasets/d"
  }
}

resource "google_logging_organization_sink" "known_after_apply" {
  expect_unknown = true
  unknown        = ["destination"]
  attrs = {
    name = "s"
  }
}
