policytest {
  targets = ["not-public.policy.hcl"]
}

resource "google_storage_bucket_iam_member" "one_group" {
  attrs = {
    role   = "roles/viewer"
    member = "group:ops@example.com"
  }
}

resource "google_storage_bucket_iam_member" "everyone" {
  expect_failure = true
  attrs = {
    role   = "roles/viewer"
    member = "allUsers"
  }
}

resource "google_storage_bucket_iam_member" "every_account" {
  expect_failure = true
  attrs = {
    role   = "roles/viewer"
    member = "allAuthenticatedUsers"
  }
}

resource "google_storage_bucket_iam_member" "known_after_apply" {
  expect_unknown = true
  unknown        = ["member"]
  attrs = {
    role   = "roles/viewer"
    member = "user:a@example.com"
  }
}

resource "google_storage_bucket_iam_binding" "groups" {
  attrs = {
    role    = "roles/viewer"
    members = ["group:ops@example.com", "domain:example.com"]
  }
}

resource "google_storage_bucket_iam_binding" "everyone" {
  expect_failure = true
  attrs = {
    role    = "roles/viewer"
    members = ["group:ops@example.com", "allUsers"]
  }
}

resource "google_storage_bucket_iam_binding" "every_account" {
  expect_failure = true
  attrs = {
    role    = "roles/viewer"
    members = ["allAuthenticatedUsers"]
  }
}

resource "google_storage_bucket_iam_binding" "everyone_and_one_unknown" {
  expect_failure = true
  unknown        = ["members.0"]
  attrs = {
    role    = "roles/viewer"
    members = ["user:a@example.com", "allUsers"]
  }
}

resource "google_storage_bucket_iam_binding" "known_after_apply" {
  expect_unknown = true
  unknown        = ["members.0"]
  attrs = {
    role    = "roles/viewer"
    members = ["user:a@example.com", "group:ops@example.com"]
  }
}

resource "google_storage_bucket_iam_policy" "groups" {
  attrs = {
    policy_data = core::jsonencode({ bindings = [{ role = "roles/viewer", members = ["group:ops@example.com"] }] })
  }
}

resource "google_storage_bucket_iam_policy" "empty" {
  attrs = {
    policy_data = "{}"
  }
}

resource "google_storage_bucket_iam_policy" "everyone" {
  expect_failure = true
  attrs = {
    policy_data = core::jsonencode({ bindings = [{ role = "roles/viewer", members = ["group:ops@example.com", "allUsers"] }] })
  }
}

resource "google_storage_bucket_iam_policy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["policy_data"]
  attrs = {
    policy_data = "{}"
  }
}

resource "google_storage_bucket_access_control" "one_group" {
  attrs = {
    entity = "group-ops@example.com"
  }
}

resource "google_storage_bucket_access_control" "everyone" {
  expect_failure = true
  attrs = {
    entity = "allUsers"
  }
}

resource "google_storage_bucket_access_control" "every_account" {
  expect_failure = true
  attrs = {
    entity = "allAuthenticatedUsers"
  }
}

resource "google_storage_bucket_access_control" "known_after_apply" {
  expect_unknown = true
  unknown        = ["entity"]
  attrs = {
    role = "READER"
  }
}

resource "google_storage_default_object_access_control" "one_group" {
  attrs = {
    entity = "group-ops@example.com"
  }
}

resource "google_storage_default_object_access_control" "everyone" {
  expect_failure = true
  attrs = {
    entity = "allUsers"
  }
}

resource "google_storage_default_object_access_control" "every_account" {
  expect_failure = true
  attrs = {
    entity = "allAuthenticatedUsers"
  }
}

resource "google_storage_default_object_access_control" "known_after_apply" {
  expect_unknown = true
  unknown        = ["entity"]
  attrs = {
    role = "READER"
  }
}

resource "google_storage_object_access_control" "one_group" {
  attrs = {
    entity = "group-ops@example.com"
  }
}

resource "google_storage_object_access_control" "everyone" {
  expect_failure = true
  attrs = {
    entity = "allUsers"
  }
}

resource "google_storage_object_access_control" "every_account" {
  expect_failure = true
  attrs = {
    entity = "allAuthenticatedUsers"
  }
}

resource "google_storage_object_access_control" "known_after_apply" {
  expect_unknown = true
  unknown        = ["entity"]
  attrs = {
    role = "READER"
  }
}

resource "google_storage_bucket_acl" "groups" {
  attrs = {
    role_entity = ["READER:group-ops@example.com"]
  }
}

resource "google_storage_bucket_acl" "none" {
  attrs = {
    role_entity    = null
    predefined_acl = null
  }
}

resource "google_storage_bucket_acl" "everyone" {
  expect_failure = true
  attrs = {
    role_entity = ["OWNER:user-a@example.com", "READER:allUsers"]
  }
}

resource "google_storage_bucket_acl" "known_after_apply" {
  expect_unknown = true
  unknown        = ["role_entity.0"]
  attrs = {
    role_entity = ["READER:user-a@example.com"]
  }
}

resource "google_storage_bucket_acl" "private" {
  attrs = {
    predefined_acl = "private"
    role_entity    = []
  }
}

resource "google_storage_bucket_acl" "public_read" {
  expect_failure = true
  attrs = {
    predefined_acl = "publicRead"
    role_entity    = []
  }
}

resource "google_storage_default_object_acl" "groups" {
  attrs = {
    role_entity = ["READER:group-ops@example.com"]
  }
}

resource "google_storage_default_object_acl" "none" {
  attrs = {
    role_entity    = null
    predefined_acl = null
  }
}

resource "google_storage_default_object_acl" "everyone" {
  expect_failure = true
  attrs = {
    role_entity = ["OWNER:user-a@example.com", "READER:allUsers"]
  }
}

resource "google_storage_default_object_acl" "known_after_apply" {
  expect_unknown = true
  unknown        = ["role_entity.0"]
  attrs = {
    role_entity = ["READER:user-a@example.com"]
  }
}

resource "google_storage_object_acl" "groups" {
  attrs = {
    role_entity = ["READER:group-ops@example.com"]
  }
}

resource "google_storage_object_acl" "none" {
  attrs = {
    role_entity    = null
    predefined_acl = null
  }
}

resource "google_storage_object_acl" "everyone" {
  expect_failure = true
  attrs = {
    role_entity = ["OWNER:user-a@example.com", "READER:allUsers"]
  }
}

resource "google_storage_object_acl" "known_after_apply" {
  expect_unknown = true
  unknown        = ["role_entity.0"]
  attrs = {
    role_entity = ["READER:user-a@example.com"]
  }
}

resource "google_storage_object_acl" "private" {
  attrs = {
    predefined_acl = "private"
    role_entity    = []
  }
}

resource "google_storage_object_acl" "public_read" {
  expect_failure = true
  attrs = {
    predefined_acl = "publicRead"
    role_entity    = []
  }
}
