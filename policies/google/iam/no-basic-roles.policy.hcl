# title: Basic roles are not granted
# why: Owner and editor reach almost everything in the project, and what is added later too.
# fix: Grant predefined or custom roles instead of roles/owner and roles/editor.
# severity: high
# references: https://cloud.google.com/iam/docs/roles-overview
# aliases: CKV_GCP_117, CKV_GCP_116, CKV_GCP_115
# tags: iam

policy {}

resource_policy "google_project_iam_member" "no-basic-roles" {
  enforce {
    condition     = !core::contains(["roles/owner", "roles/editor"], core::try(core::trimspace(attrs.role), ""))
    error_message = "`role` is ${attrs.role}, must be narrower"
  }
}

resource_policy "google_project_iam_binding" "no-basic-roles" {
  enforce {
    condition     = !core::contains(["roles/owner", "roles/editor"], core::try(core::trimspace(attrs.role), ""))
    error_message = "`role` is ${attrs.role}, must be narrower"
  }
}

resource_policy "google_project_iam_policy" "no-basic-roles" {
  enforce {
    condition     = core::alltrue([for b in core::try(core::jsondecode(attrs.policy_data).bindings[*], []) : !core::contains(["roles/owner", "roles/editor"], core::try(b.role, ""))])
    error_message = "`policy_data` grants a role that must be narrower"
  }
}

resource_policy "google_folder_iam_member" "no-basic-roles" {
  enforce {
    condition     = !core::contains(["roles/owner", "roles/editor"], core::try(core::trimspace(attrs.role), ""))
    error_message = "`role` is ${attrs.role}, must be narrower"
  }
}

resource_policy "google_folder_iam_binding" "no-basic-roles" {
  enforce {
    condition     = !core::contains(["roles/owner", "roles/editor"], core::try(core::trimspace(attrs.role), ""))
    error_message = "`role` is ${attrs.role}, must be narrower"
  }
}

resource_policy "google_folder_iam_policy" "no-basic-roles" {
  enforce {
    condition     = core::alltrue([for b in core::try(core::jsondecode(attrs.policy_data).bindings[*], []) : !core::contains(["roles/owner", "roles/editor"], core::try(b.role, ""))])
    error_message = "`policy_data` grants a role that must be narrower"
  }
}

resource_policy "google_organization_iam_member" "no-basic-roles" {
  enforce {
    condition     = !core::contains(["roles/owner", "roles/editor"], core::try(core::trimspace(attrs.role), ""))
    error_message = "`role` is ${attrs.role}, must be narrower"
  }
}

resource_policy "google_organization_iam_binding" "no-basic-roles" {
  enforce {
    condition     = !core::contains(["roles/owner", "roles/editor"], core::try(core::trimspace(attrs.role), ""))
    error_message = "`role` is ${attrs.role}, must be narrower"
  }
}

resource_policy "google_organization_iam_policy" "no-basic-roles" {
  enforce {
    condition     = core::alltrue([for b in core::try(core::jsondecode(attrs.policy_data).bindings[*], []) : !core::contains(["roles/owner", "roles/editor"], core::try(b.role, ""))])
    error_message = "`policy_data` grants a role that must be narrower"
  }
}
