policytest {
  targets = ["no-broad-impersonation.policy.hcl"]
}

resource "google_project_iam_member" "narrow" {
  attrs = {
    role   = "roles/storage.objectViewer"
    member = "group:g@example.com"
  }
}

resource "google_project_iam_member" "iam_serviceaccountuser" {
  expect_failure = true
  attrs = {
    role   = "roles/iam.serviceAccountUser"
    member = "group:g@example.com"
  }
}

resource "google_project_iam_member" "iam_serviceaccounttokencreator" {
  expect_failure = true
  attrs = {
    role   = "roles/iam.serviceAccountTokenCreator"
    member = "group:g@example.com"
  }
}

resource "google_project_iam_member" "iam_serviceaccountadmin" {
  expect_failure = true
  attrs = {
    role   = "roles/iam.serviceAccountAdmin"
    member = "group:g@example.com"
  }
}

resource "google_project_iam_member" "iam_serviceaccountkeyadmin" {
  expect_failure = true
  attrs = {
    role   = "roles/iam.serviceAccountKeyAdmin"
    member = "group:g@example.com"
  }
}

resource "google_project_iam_member" "iam_workloadidentityuser" {
  expect_failure = true
  attrs = {
    role   = "roles/iam.workloadIdentityUser"
    member = "group:g@example.com"
  }
}

resource "google_project_iam_member" "known_after_apply" {
  expect_unknown = true
  unknown        = ["role"]
  attrs = {
    member = "group:g@example.com"
  }
}

resource "google_project_iam_binding" "narrow" {
  attrs = {
    role    = "roles/storage.objectViewer"
    members = ["group:g@example.com"]
  }
}

resource "google_project_iam_binding" "iam_serviceaccountuser" {
  expect_failure = true
  attrs = {
    role    = "roles/iam.serviceAccountUser"
    members = ["group:g@example.com"]
  }
}

resource "google_project_iam_binding" "iam_serviceaccounttokencreator" {
  expect_failure = true
  attrs = {
    role    = "roles/iam.serviceAccountTokenCreator"
    members = ["group:g@example.com"]
  }
}

resource "google_project_iam_binding" "iam_serviceaccountadmin" {
  expect_failure = true
  attrs = {
    role    = "roles/iam.serviceAccountAdmin"
    members = ["group:g@example.com"]
  }
}

resource "google_project_iam_binding" "iam_serviceaccountkeyadmin" {
  expect_failure = true
  attrs = {
    role    = "roles/iam.serviceAccountKeyAdmin"
    members = ["group:g@example.com"]
  }
}

resource "google_project_iam_binding" "iam_workloadidentityuser" {
  expect_failure = true
  attrs = {
    role    = "roles/iam.workloadIdentityUser"
    members = ["group:g@example.com"]
  }
}

resource "google_project_iam_binding" "known_after_apply" {
  expect_unknown = true
  unknown        = ["role"]
  attrs = {
    members = ["group:g@example.com"]
  }
}

resource "google_project_iam_policy" "narrow" {
  attrs = {
    policy_data = core::jsonencode({ bindings = [{ role = "roles/storage.objectViewer", members = ["group:g@example.com"] }] })
  }
}

resource "google_project_iam_policy" "broad" {
  expect_failure = true
  attrs = {
    policy_data = core::jsonencode({ bindings = [{ role = "roles/iam.serviceAccountUser", members = ["group:g@example.com"] }] })
  }
}

resource "google_project_iam_policy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["policy_data"]
  attrs = {
    policy_data = "{}"
  }
}

resource "google_folder_iam_member" "narrow" {
  attrs = {
    role   = "roles/storage.objectViewer"
    member = "group:g@example.com"
  }
}

resource "google_folder_iam_member" "iam_serviceaccountuser" {
  expect_failure = true
  attrs = {
    role   = "roles/iam.serviceAccountUser"
    member = "group:g@example.com"
  }
}

resource "google_folder_iam_member" "iam_serviceaccounttokencreator" {
  expect_failure = true
  attrs = {
    role   = "roles/iam.serviceAccountTokenCreator"
    member = "group:g@example.com"
  }
}

resource "google_folder_iam_member" "iam_serviceaccountadmin" {
  expect_failure = true
  attrs = {
    role   = "roles/iam.serviceAccountAdmin"
    member = "group:g@example.com"
  }
}

resource "google_folder_iam_member" "iam_serviceaccountkeyadmin" {
  expect_failure = true
  attrs = {
    role   = "roles/iam.serviceAccountKeyAdmin"
    member = "group:g@example.com"
  }
}

resource "google_folder_iam_member" "iam_workloadidentityuser" {
  expect_failure = true
  attrs = {
    role   = "roles/iam.workloadIdentityUser"
    member = "group:g@example.com"
  }
}

resource "google_folder_iam_member" "known_after_apply" {
  expect_unknown = true
  unknown        = ["role"]
  attrs = {
    member = "group:g@example.com"
  }
}

resource "google_folder_iam_binding" "narrow" {
  attrs = {
    role    = "roles/storage.objectViewer"
    members = ["group:g@example.com"]
  }
}

resource "google_folder_iam_binding" "iam_serviceaccountuser" {
  expect_failure = true
  attrs = {
    role    = "roles/iam.serviceAccountUser"
    members = ["group:g@example.com"]
  }
}

resource "google_folder_iam_binding" "iam_serviceaccounttokencreator" {
  expect_failure = true
  attrs = {
    role    = "roles/iam.serviceAccountTokenCreator"
    members = ["group:g@example.com"]
  }
}

resource "google_folder_iam_binding" "iam_serviceaccountadmin" {
  expect_failure = true
  attrs = {
    role    = "roles/iam.serviceAccountAdmin"
    members = ["group:g@example.com"]
  }
}

resource "google_folder_iam_binding" "iam_serviceaccountkeyadmin" {
  expect_failure = true
  attrs = {
    role    = "roles/iam.serviceAccountKeyAdmin"
    members = ["group:g@example.com"]
  }
}

resource "google_folder_iam_binding" "iam_workloadidentityuser" {
  expect_failure = true
  attrs = {
    role    = "roles/iam.workloadIdentityUser"
    members = ["group:g@example.com"]
  }
}

resource "google_folder_iam_binding" "known_after_apply" {
  expect_unknown = true
  unknown        = ["role"]
  attrs = {
    members = ["group:g@example.com"]
  }
}

resource "google_folder_iam_policy" "narrow" {
  attrs = {
    policy_data = core::jsonencode({ bindings = [{ role = "roles/storage.objectViewer", members = ["group:g@example.com"] }] })
  }
}

resource "google_folder_iam_policy" "broad" {
  expect_failure = true
  attrs = {
    policy_data = core::jsonencode({ bindings = [{ role = "roles/iam.serviceAccountUser", members = ["group:g@example.com"] }] })
  }
}

resource "google_folder_iam_policy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["policy_data"]
  attrs = {
    policy_data = "{}"
  }
}

resource "google_organization_iam_member" "narrow" {
  attrs = {
    role   = "roles/storage.objectViewer"
    member = "group:g@example.com"
  }
}

resource "google_organization_iam_member" "iam_serviceaccountuser" {
  expect_failure = true
  attrs = {
    role   = "roles/iam.serviceAccountUser"
    member = "group:g@example.com"
  }
}

resource "google_organization_iam_member" "iam_serviceaccounttokencreator" {
  expect_failure = true
  attrs = {
    role   = "roles/iam.serviceAccountTokenCreator"
    member = "group:g@example.com"
  }
}

resource "google_organization_iam_member" "iam_serviceaccountadmin" {
  expect_failure = true
  attrs = {
    role   = "roles/iam.serviceAccountAdmin"
    member = "group:g@example.com"
  }
}

resource "google_organization_iam_member" "iam_serviceaccountkeyadmin" {
  expect_failure = true
  attrs = {
    role   = "roles/iam.serviceAccountKeyAdmin"
    member = "group:g@example.com"
  }
}

resource "google_organization_iam_member" "iam_workloadidentityuser" {
  expect_failure = true
  attrs = {
    role   = "roles/iam.workloadIdentityUser"
    member = "group:g@example.com"
  }
}

resource "google_organization_iam_member" "known_after_apply" {
  expect_unknown = true
  unknown        = ["role"]
  attrs = {
    member = "group:g@example.com"
  }
}

resource "google_organization_iam_binding" "narrow" {
  attrs = {
    role    = "roles/storage.objectViewer"
    members = ["group:g@example.com"]
  }
}

resource "google_organization_iam_binding" "iam_serviceaccountuser" {
  expect_failure = true
  attrs = {
    role    = "roles/iam.serviceAccountUser"
    members = ["group:g@example.com"]
  }
}

resource "google_organization_iam_binding" "iam_serviceaccounttokencreator" {
  expect_failure = true
  attrs = {
    role    = "roles/iam.serviceAccountTokenCreator"
    members = ["group:g@example.com"]
  }
}

resource "google_organization_iam_binding" "iam_serviceaccountadmin" {
  expect_failure = true
  attrs = {
    role    = "roles/iam.serviceAccountAdmin"
    members = ["group:g@example.com"]
  }
}

resource "google_organization_iam_binding" "iam_serviceaccountkeyadmin" {
  expect_failure = true
  attrs = {
    role    = "roles/iam.serviceAccountKeyAdmin"
    members = ["group:g@example.com"]
  }
}

resource "google_organization_iam_binding" "iam_workloadidentityuser" {
  expect_failure = true
  attrs = {
    role    = "roles/iam.workloadIdentityUser"
    members = ["group:g@example.com"]
  }
}

resource "google_organization_iam_binding" "known_after_apply" {
  expect_unknown = true
  unknown        = ["role"]
  attrs = {
    members = ["group:g@example.com"]
  }
}

resource "google_organization_iam_policy" "narrow" {
  attrs = {
    policy_data = core::jsonencode({ bindings = [{ role = "roles/storage.objectViewer", members = ["group:g@example.com"] }] })
  }
}

resource "google_organization_iam_policy" "broad" {
  expect_failure = true
  attrs = {
    policy_data = core::jsonencode({ bindings = [{ role = "roles/iam.serviceAccountUser", members = ["group:g@example.com"] }] })
  }
}

resource "google_organization_iam_policy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["policy_data"]
  attrs = {
    policy_data = "{}"
  }
}
