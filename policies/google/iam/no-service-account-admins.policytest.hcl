policytest {
  targets = ["no-service-account-admins.policy.hcl"]
}

resource "google_project_iam_member" "narrow" {
  attrs = {
    role   = "roles/storage.objectViewer"
    member = "serviceAccount:a@p.iam.gserviceaccount.com"
  }
}

resource "google_project_iam_member" "group" {
  attrs = {
    role   = "roles/storage.admin"
    member = "group:ops@example.com"
  }
}

resource "google_project_iam_member" "agent" {
  attrs = {
    role   = "roles/container.nodeServiceAdmin"
    member = "serviceAccount:service-1@gcp-sa-x.iam.gserviceaccount.com"
  }
}

resource "google_project_iam_member" "narrow_unknown_member" {
  unknown = ["member"]
  attrs = {
    role = "roles/storage.objectViewer"
  }
}

resource "google_project_iam_member" "admin" {
  expect_failure = true
  attrs = {
    role   = "roles/storage.admin"
    member = "serviceAccount:a@p.iam.gserviceaccount.com"
  }
}

resource "google_project_iam_member" "owner" {
  expect_failure = true
  attrs = {
    role   = "roles/owner"
    member = "serviceAccount:a@p.iam.gserviceaccount.com"
  }
}

resource "google_project_iam_member" "subadmin" {
  expect_failure = true
  attrs = {
    role   = "roles/compute.instanceAdmin"
    member = "serviceAccount:1-compute@developer.gserviceaccount.com"
  }
}

resource "google_project_iam_member" "known_after_apply" {
  expect_unknown = true
  unknown        = ["member"]
  attrs = {
    role = "roles/storage.admin"
  }
}

resource "google_project_iam_binding" "narrow" {
  attrs = {
    role    = "roles/storage.objectViewer"
    members = ["serviceAccount:a@p.iam.gserviceaccount.com"]
  }
}

resource "google_project_iam_binding" "group" {
  attrs = {
    role    = "roles/storage.admin"
    members = ["group:ops@example.com"]
  }
}

resource "google_project_iam_binding" "admin" {
  expect_failure = true
  attrs = {
    role    = "roles/storage.admin"
    members = ["group:ops@example.com", "serviceAccount:a@p.iam.gserviceaccount.com"]
  }
}

resource "google_project_iam_binding" "known_after_apply" {
  expect_unknown = true
  unknown        = ["members.1"]
  attrs = {
    role    = "roles/storage.admin"
    members = ["group:ops@example.com", "x"]
  }
}
