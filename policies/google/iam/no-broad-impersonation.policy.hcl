# title: Service accounts are not open to impersonation project-wide
# why: Whoever may act as any service account has the roles of all of them together.
# fix: Grant the role on the one service account with google_service_account_iam_member.
# severity: high
# references: https://cloud.google.com/iam/docs/service-account-permissions
# aliases: CKV_GCP_41, CKV_GCP_44, CKV_GCP_45, CKV_GCP_49
# tags: cis, iam

policy {}

resource_policy "google_project_iam_member" "no-broad-impersonation" {
  enforce {
    condition     = !core::contains(["roles/iam.serviceAccountUser", "roles/iam.serviceAccountTokenCreator", "roles/iam.serviceAccountAdmin", "roles/iam.serviceAccountKeyAdmin", "roles/iam.workloadIdentityUser"], core::try(core::trimspace(attrs.role), ""))
    error_message = "`role` is ${attrs.role}, must be narrower"
  }
}

resource_policy "google_project_iam_binding" "no-broad-impersonation" {
  enforce {
    condition     = !core::contains(["roles/iam.serviceAccountUser", "roles/iam.serviceAccountTokenCreator", "roles/iam.serviceAccountAdmin", "roles/iam.serviceAccountKeyAdmin", "roles/iam.workloadIdentityUser"], core::try(core::trimspace(attrs.role), ""))
    error_message = "`role` is ${attrs.role}, must be narrower"
  }
}

resource_policy "google_project_iam_policy" "no-broad-impersonation" {
  enforce {
    condition     = core::alltrue([for b in core::try(core::jsondecode(attrs.policy_data).bindings[*], []) : !core::contains(["roles/iam.serviceAccountUser", "roles/iam.serviceAccountTokenCreator", "roles/iam.serviceAccountAdmin", "roles/iam.serviceAccountKeyAdmin", "roles/iam.workloadIdentityUser"], core::try(b.role, ""))])
    error_message = "`policy_data` grants a role that must be narrower"
  }
}

resource_policy "google_folder_iam_member" "no-broad-impersonation" {
  enforce {
    condition     = !core::contains(["roles/iam.serviceAccountUser", "roles/iam.serviceAccountTokenCreator", "roles/iam.serviceAccountAdmin", "roles/iam.serviceAccountKeyAdmin", "roles/iam.workloadIdentityUser"], core::try(core::trimspace(attrs.role), ""))
    error_message = "`role` is ${attrs.role}, must be narrower"
  }
}

resource_policy "google_folder_iam_binding" "no-broad-impersonation" {
  enforce {
    condition     = !core::contains(["roles/iam.serviceAccountUser", "roles/iam.serviceAccountTokenCreator", "roles/iam.serviceAccountAdmin", "roles/iam.serviceAccountKeyAdmin", "roles/iam.workloadIdentityUser"], core::try(core::trimspace(attrs.role), ""))
    error_message = "`role` is ${attrs.role}, must be narrower"
  }
}

resource_policy "google_folder_iam_policy" "no-broad-impersonation" {
  enforce {
    condition     = core::alltrue([for b in core::try(core::jsondecode(attrs.policy_data).bindings[*], []) : !core::contains(["roles/iam.serviceAccountUser", "roles/iam.serviceAccountTokenCreator", "roles/iam.serviceAccountAdmin", "roles/iam.serviceAccountKeyAdmin", "roles/iam.workloadIdentityUser"], core::try(b.role, ""))])
    error_message = "`policy_data` grants a role that must be narrower"
  }
}

resource_policy "google_organization_iam_member" "no-broad-impersonation" {
  enforce {
    condition     = !core::contains(["roles/iam.serviceAccountUser", "roles/iam.serviceAccountTokenCreator", "roles/iam.serviceAccountAdmin", "roles/iam.serviceAccountKeyAdmin", "roles/iam.workloadIdentityUser"], core::try(core::trimspace(attrs.role), ""))
    error_message = "`role` is ${attrs.role}, must be narrower"
  }
}

resource_policy "google_organization_iam_binding" "no-broad-impersonation" {
  enforce {
    condition     = !core::contains(["roles/iam.serviceAccountUser", "roles/iam.serviceAccountTokenCreator", "roles/iam.serviceAccountAdmin", "roles/iam.serviceAccountKeyAdmin", "roles/iam.workloadIdentityUser"], core::try(core::trimspace(attrs.role), ""))
    error_message = "`role` is ${attrs.role}, must be narrower"
  }
}

resource_policy "google_organization_iam_policy" "no-broad-impersonation" {
  enforce {
    condition     = core::alltrue([for b in core::try(core::jsondecode(attrs.policy_data).bindings[*], []) : !core::contains(["roles/iam.serviceAccountUser", "roles/iam.serviceAccountTokenCreator", "roles/iam.serviceAccountAdmin", "roles/iam.serviceAccountKeyAdmin", "roles/iam.workloadIdentityUser"], core::try(b.role, ""))])
    error_message = "`policy_data` grants a role that must be narrower"
  }
}
