policytest {
  targets = ["no-basic-roles.policy.hcl"]
}

resource "google_project_iam_member" "narrow" {
  attrs = {
    role   = "roles/storage.objectViewer"
    member = "group:g@example.com"
  }
}

resource "google_project_iam_member" "owner" {
  expect_failure = true
  attrs = {
    role   = "roles/owner"
    member = "group:g@example.com"
  }
}

resource "google_project_iam_member" "editor" {
  expect_failure = true
  attrs = {
    role   = "roles/editor"
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

resource "google_project_iam_binding" "owner" {
  expect_failure = true
  attrs = {
    role    = "roles/owner"
    members = ["group:g@example.com"]
  }
}

resource "google_project_iam_binding" "editor" {
  expect_failure = true
  attrs = {
    role    = "roles/editor"
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
    policy_data = core::jsonencode({ bindings = [{ role = "roles/owner", members = ["group:g@example.com"] }] })
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

resource "google_folder_iam_member" "owner" {
  expect_failure = true
  attrs = {
    role   = "roles/owner"
    member = "group:g@example.com"
  }
}

resource "google_folder_iam_member" "editor" {
  expect_failure = true
  attrs = {
    role   = "roles/editor"
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

resource "google_folder_iam_binding" "owner" {
  expect_failure = true
  attrs = {
    role    = "roles/owner"
    members = ["group:g@example.com"]
  }
}

resource "google_folder_iam_binding" "editor" {
  expect_failure = true
  attrs = {
    role    = "roles/editor"
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
    policy_data = core::jsonencode({ bindings = [{ role = "roles/owner", members = ["group:g@example.com"] }] })
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

resource "google_organization_iam_member" "owner" {
  expect_failure = true
  attrs = {
    role   = "roles/owner"
    member = "group:g@example.com"
  }
}

resource "google_organization_iam_member" "editor" {
  expect_failure = true
  attrs = {
    role   = "roles/editor"
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

resource "google_organization_iam_binding" "owner" {
  expect_failure = true
  attrs = {
    role    = "roles/owner"
    members = ["group:g@example.com"]
  }
}

resource "google_organization_iam_binding" "editor" {
  expect_failure = true
  attrs = {
    role    = "roles/editor"
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
    policy_data = core::jsonencode({ bindings = [{ role = "roles/owner", members = ["group:g@example.com"] }] })
  }
}

resource "google_organization_iam_policy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["policy_data"]
  attrs = {
    policy_data = "{}"
  }
}
