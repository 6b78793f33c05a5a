policytest {
  targets = ["audit-all-services.policy.hcl"]
}

resource "google_project_iam_audit_config" "all" {
  attrs = {
    service          = "allServices"
    audit_log_config = [{ log_type = "ADMIN_READ", exempted_members = [] }, { log_type = "DATA_READ", exempted_members = [] }, { log_type = "DATA_WRITE", exempted_members = [] }]
  }
}

resource "google_project_iam_audit_config" "all_without_exemptions" {
  attrs = {
    service          = "allServices"
    audit_log_config = [{ log_type = "DATA_WRITE", exempted_members = null }, { log_type = "DATA_READ", exempted_members = null }, { log_type = "ADMIN_READ", exempted_members = null }]
  }
}

resource "google_project_iam_audit_config" "writes_only" {
  expect_failure = true
  attrs = {
    service          = "allServices"
    audit_log_config = [{ log_type = "DATA_WRITE", exempted_members = [] }]
  }
}

resource "google_project_iam_audit_config" "exempted" {
  expect_failure = true
  attrs = {
    service          = "allServices"
    audit_log_config = [{ log_type = "ADMIN_READ", exempted_members = ["user:a@example.com"] }, { log_type = "DATA_READ", exempted_members = ["user:a@example.com"] }, { log_type = "DATA_WRITE", exempted_members = ["user:a@example.com"] }]
  }
}

resource "google_project_iam_audit_config" "one_service" {
  attrs = {
    service          = "storage.googleapis.com"
    audit_log_config = [{ log_type = "DATA_READ" }]
  }
}

resource "google_project_iam_audit_config" "known_after_apply" {
  expect_unknown = true
  unknown        = ["audit_log_config"]
  attrs = {
    service = "allServices"
  }
}
