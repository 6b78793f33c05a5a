# title: Default service accounts are granted nothing
# why: Everything that names no account of its own runs as the default one, so each role goes
#   to all of it.
# fix: Make a service account for the workload and grant the role to it.
# severity: medium
# references: https://cloud.google.com/iam/docs/best-practices-service-accounts
# aliases: CKV_GCP_46, CKV_GCP_47, CKV_GCP_48
# tags: iam

policy {}

resource_policy "google_project_iam_member" "no-default-account-grants" {
  enforce {
    condition     = !(core::endswith(core::try(core::trimspace(attrs.member), ""), "-compute@developer.gserviceaccount.com") || core::endswith(core::try(core::trimspace(attrs.member), ""), "@appspot.gserviceaccount.com"))
    error_message = "`member` is ${attrs.member}, must be an account of its own"
  }
}

resource_policy "google_project_iam_binding" "no-default-account-grants" {
  enforce {
    condition     = core::alltrue([for m in core::try(attrs.members[*], []) : !(core::endswith(m, "-compute@developer.gserviceaccount.com") || core::endswith(m, "@appspot.gserviceaccount.com"))])
    error_message = "`members` holds a default service account, must be an account of its own"
  }
}

resource_policy "google_folder_iam_member" "no-default-account-grants" {
  enforce {
    condition     = !(core::endswith(core::try(core::trimspace(attrs.member), ""), "-compute@developer.gserviceaccount.com") || core::endswith(core::try(core::trimspace(attrs.member), ""), "@appspot.gserviceaccount.com"))
    error_message = "`member` is ${attrs.member}, must be an account of its own"
  }
}

resource_policy "google_folder_iam_binding" "no-default-account-grants" {
  enforce {
    condition     = core::alltrue([for m in core::try(attrs.members[*], []) : !(core::endswith(m, "-compute@developer.gserviceaccount.com") || core::endswith(m, "@appspot.gserviceaccount.com"))])
    error_message = "`members` holds a default service account, must be an account of its own"
  }
}

resource_policy "google_organization_iam_member" "no-default-account-grants" {
  enforce {
    condition     = !(core::endswith(core::try(core::trimspace(attrs.member), ""), "-compute@developer.gserviceaccount.com") || core::endswith(core::try(core::trimspace(attrs.member), ""), "@appspot.gserviceaccount.com"))
    error_message = "`member` is ${attrs.member}, must be an account of its own"
  }
}

resource_policy "google_organization_iam_binding" "no-default-account-grants" {
  enforce {
    condition     = core::alltrue([for m in core::try(attrs.members[*], []) : !(core::endswith(m, "-compute@developer.gserviceaccount.com") || core::endswith(m, "@appspot.gserviceaccount.com"))])
    error_message = "`members` holds a default service account, must be an account of its own"
  }
}
