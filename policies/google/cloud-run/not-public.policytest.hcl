policytest {
  targets = ["not-public.policy.hcl"]
}

resource "google_cloud_run_service_iam_member" "one_group" {
  attrs = {
    role   = "roles/viewer"
    member = "group:ops@example.com"
  }
}

resource "google_cloud_run_service_iam_member" "everyone" {
  expect_failure = true
  attrs = {
    role   = "roles/viewer"
    member = "allUsers"
  }
}

resource "google_cloud_run_service_iam_member" "every_account" {
  expect_failure = true
  attrs = {
    role   = "roles/viewer"
    member = "allAuthenticatedUsers"
  }
}

resource "google_cloud_run_service_iam_member" "known_after_apply" {
  expect_unknown = true
  unknown        = ["member"]
  attrs = {
    role   = "roles/viewer"
    member = "user:a@example.com"
  }
}

resource "google_cloud_run_service_iam_binding" "groups" {
  attrs = {
    role    = "roles/viewer"
    members = ["group:ops@example.com", "domain:example.com"]
  }
}

resource "google_cloud_run_service_iam_binding" "everyone" {
  expect_failure = true
  attrs = {
    role    = "roles/viewer"
    members = ["group:ops@example.com", "allUsers"]
  }
}

resource "google_cloud_run_service_iam_binding" "every_account" {
  expect_failure = true
  attrs = {
    role    = "roles/viewer"
    members = ["allAuthenticatedUsers"]
  }
}

resource "google_cloud_run_service_iam_binding" "everyone_and_one_unknown" {
  expect_failure = true
  unknown        = ["members.0"]
  attrs = {
    role    = "roles/viewer"
    members = ["user:a@example.com", "allUsers"]
  }
}

resource "google_cloud_run_service_iam_binding" "known_after_apply" {
  expect_unknown = true
  unknown        = ["members.0"]
  attrs = {
    role    = "roles/viewer"
    members = ["user:a@example.com", "group:ops@example.com"]
  }
}

resource "google_cloud_run_service_iam_policy" "groups" {
  attrs = {
    policy_data = core::jsonencode({ bindings = [{ role = "roles/viewer", members = ["group:ops@example.com"] }] })
  }
}

resource "google_cloud_run_service_iam_policy" "empty" {
  attrs = {
    policy_data = "{}"
  }
}

resource "google_cloud_run_service_iam_policy" "everyone" {
  expect_failure = true
  attrs = {
    policy_data = core::jsonencode({ bindings = [{ role = "roles/viewer", members = ["group:ops@example.com", "allUsers"] }] })
  }
}

resource "google_cloud_run_service_iam_policy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["policy_data"]
  attrs = {
    policy_data = "{}"
  }
}

resource "google_cloud_run_v2_service_iam_member" "one_group" {
  attrs = {
    role   = "roles/viewer"
    member = "group:ops@example.com"
  }
}

resource "google_cloud_run_v2_service_iam_member" "everyone" {
  expect_failure = true
  attrs = {
    role   = "roles/viewer"
    member = "allUsers"
  }
}

resource "google_cloud_run_v2_service_iam_member" "every_account" {
  expect_failure = true
  attrs = {
    role   = "roles/viewer"
    member = "allAuthenticatedUsers"
  }
}

resource "google_cloud_run_v2_service_iam_member" "known_after_apply" {
  expect_unknown = true
  unknown        = ["member"]
  attrs = {
    role   = "roles/viewer"
    member = "user:a@example.com"
  }
}

resource "google_cloud_run_v2_service_iam_binding" "groups" {
  attrs = {
    role    = "roles/viewer"
    members = ["group:ops@example.com", "domain:example.com"]
  }
}

resource "google_cloud_run_v2_service_iam_binding" "everyone" {
  expect_failure = true
  attrs = {
    role    = "roles/viewer"
    members = ["group:ops@example.com", "allUsers"]
  }
}

resource "google_cloud_run_v2_service_iam_binding" "every_account" {
  expect_failure = true
  attrs = {
    role    = "roles/viewer"
    members = ["allAuthenticatedUsers"]
  }
}

resource "google_cloud_run_v2_service_iam_binding" "everyone_and_one_unknown" {
  expect_failure = true
  unknown        = ["members.0"]
  attrs = {
    role    = "roles/viewer"
    members = ["user:a@example.com", "allUsers"]
  }
}

resource "google_cloud_run_v2_service_iam_binding" "known_after_apply" {
  expect_unknown = true
  unknown        = ["members.0"]
  attrs = {
    role    = "roles/viewer"
    members = ["user:a@example.com", "group:ops@example.com"]
  }
}

resource "google_cloud_run_v2_service_iam_policy" "groups" {
  attrs = {
    policy_data = core::jsonencode({ bindings = [{ role = "roles/viewer", members = ["group:ops@example.com"] }] })
  }
}

resource "google_cloud_run_v2_service_iam_policy" "empty" {
  attrs = {
    policy_data = "{}"
  }
}

resource "google_cloud_run_v2_service_iam_policy" "everyone" {
  expect_failure = true
  attrs = {
    policy_data = core::jsonencode({ bindings = [{ role = "roles/viewer", members = ["group:ops@example.com", "allUsers"] }] })
  }
}

resource "google_cloud_run_v2_service_iam_policy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["policy_data"]
  attrs = {
    policy_data = "{}"
  }
}

resource "google_cloud_run_v2_job_iam_member" "one_group" {
  attrs = {
    role   = "roles/viewer"
    member = "group:ops@example.com"
  }
}

resource "google_cloud_run_v2_job_iam_member" "everyone" {
  expect_failure = true
  attrs = {
    role   = "roles/viewer"
    member = "allUsers"
  }
}

resource "google_cloud_run_v2_job_iam_member" "every_account" {
  expect_failure = true
  attrs = {
    role   = "roles/viewer"
    member = "allAuthenticatedUsers"
  }
}

resource "google_cloud_run_v2_job_iam_member" "known_after_apply" {
  expect_unknown = true
  unknown        = ["member"]
  attrs = {
    role   = "roles/viewer"
    member = "user:a@example.com"
  }
}

resource "google_cloud_run_v2_job_iam_binding" "groups" {
  attrs = {
    role    = "roles/viewer"
    members = ["group:ops@example.com", "domain:example.com"]
  }
}

resource "google_cloud_run_v2_job_iam_binding" "everyone" {
  expect_failure = true
  attrs = {
    role    = "roles/viewer"
    members = ["group:ops@example.com", "allUsers"]
  }
}

resource "google_cloud_run_v2_job_iam_binding" "every_account" {
  expect_failure = true
  attrs = {
    role    = "roles/viewer"
    members = ["allAuthenticatedUsers"]
  }
}

resource "google_cloud_run_v2_job_iam_binding" "everyone_and_one_unknown" {
  expect_failure = true
  unknown        = ["members.0"]
  attrs = {
    role    = "roles/viewer"
    members = ["user:a@example.com", "allUsers"]
  }
}

resource "google_cloud_run_v2_job_iam_binding" "known_after_apply" {
  expect_unknown = true
  unknown        = ["members.0"]
  attrs = {
    role    = "roles/viewer"
    members = ["user:a@example.com", "group:ops@example.com"]
  }
}

resource "google_cloud_run_v2_job_iam_policy" "groups" {
  attrs = {
    policy_data = core::jsonencode({ bindings = [{ role = "roles/viewer", members = ["group:ops@example.com"] }] })
  }
}

resource "google_cloud_run_v2_job_iam_policy" "empty" {
  attrs = {
    policy_data = "{}"
  }
}

resource "google_cloud_run_v2_job_iam_policy" "everyone" {
  expect_failure = true
  attrs = {
    policy_data = core::jsonencode({ bindings = [{ role = "roles/viewer", members = ["group:ops@example.com", "allUsers"] }] })
  }
}

resource "google_cloud_run_v2_job_iam_policy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["policy_data"]
  attrs = {
    policy_data = "{}"
  }
}
