policytest {
  targets = ["no-default-account-grants.policy.hcl"]
}

resource "google_project_iam_member" "own" {
  attrs = {
    role   = "roles/viewer"
    member = "serviceAccount:app@p.iam.gserviceaccount.com"
  }
}

resource "google_project_iam_member" "compute" {
  expect_failure = true
  attrs = {
    role   = "roles/viewer"
    member = "serviceAccount:1-compute@developer.gserviceaccount.com"
  }
}

resource "google_project_iam_member" "app_engine" {
  expect_failure = true
  attrs = {
    role   = "roles/viewer"
    member = "serviceAccount:p@appspot.gserviceaccount.com"
  }
}

resource "google_project_iam_member" "known_after_apply" {
  expect_unknown = true
  unknown        = ["member"]
  attrs = {
    role = "roles/viewer"
  }
}

resource "google_project_iam_binding" "own" {
  attrs = {
    role    = "roles/viewer"
    members = ["serviceAccount:app@p.iam.gserviceaccount.com"]
  }
}

resource "google_project_iam_binding" "compute" {
  expect_failure = true
  attrs = {
    role    = "roles/viewer"
    members = ["user:a@example.com", "serviceAccount:1-compute@developer.gserviceaccount.com"]
  }
}

resource "google_project_iam_binding" "known_after_apply" {
  expect_unknown = true
  unknown        = ["members.0"]
  attrs = {
    role    = "roles/viewer"
    members = ["x"]
  }
}

resource "google_folder_iam_member" "own" {
  attrs = {
    role   = "roles/viewer"
    member = "serviceAccount:app@p.iam.gserviceaccount.com"
  }
}

resource "google_folder_iam_member" "compute" {
  expect_failure = true
  attrs = {
    role   = "roles/viewer"
    member = "serviceAccount:1-compute@developer.gserviceaccount.com"
  }
}

resource "google_folder_iam_member" "app_engine" {
  expect_failure = true
  attrs = {
    role   = "roles/viewer"
    member = "serviceAccount:p@appspot.gserviceaccount.com"
  }
}

resource "google_folder_iam_member" "known_after_apply" {
  expect_unknown = true
  unknown        = ["member"]
  attrs = {
    role = "roles/viewer"
  }
}

resource "google_folder_iam_binding" "own" {
  attrs = {
    role    = "roles/viewer"
    members = ["serviceAccount:app@p.iam.gserviceaccount.com"]
  }
}

resource "google_folder_iam_binding" "compute" {
  expect_failure = true
  attrs = {
    role    = "roles/viewer"
    members = ["user:a@example.com", "serviceAccount:1-compute@developer.gserviceaccount.com"]
  }
}

resource "google_folder_iam_binding" "known_after_apply" {
  expect_unknown = true
  unknown        = ["members.0"]
  attrs = {
    role    = "roles/viewer"
    members = ["x"]
  }
}

resource "google_organization_iam_member" "own" {
  attrs = {
    role   = "roles/viewer"
    member = "serviceAccount:app@p.iam.gserviceaccount.com"
  }
}

resource "google_organization_iam_member" "compute" {
  expect_failure = true
  attrs = {
    role   = "roles/viewer"
    member = "serviceAccount:1-compute@developer.gserviceaccount.com"
  }
}

resource "google_organization_iam_member" "app_engine" {
  expect_failure = true
  attrs = {
    role   = "roles/viewer"
    member = "serviceAccount:p@appspot.gserviceaccount.com"
  }
}

resource "google_organization_iam_member" "known_after_apply" {
  expect_unknown = true
  unknown        = ["member"]
  attrs = {
    role = "roles/viewer"
  }
}

resource "google_organization_iam_binding" "own" {
  attrs = {
    role    = "roles/viewer"
    members = ["serviceAccount:app@p.iam.gserviceaccount.com"]
  }
}

resource "google_organization_iam_binding" "compute" {
  expect_failure = true
  attrs = {
    role    = "roles/viewer"
    members = ["user:a@example.com", "serviceAccount:1-compute@developer.gserviceaccount.com"]
  }
}

resource "google_organization_iam_binding" "known_after_apply" {
  expect_unknown = true
  unknown        = ["members.0"]
  attrs = {
    role    = "roles/viewer"
    members = ["x"]
  }
}
