# title: Service accounts are no administrators
# why: A leaked key or a taken-over workload then rules the project.
# fix: Grant the service account only the roles that its work needs, no owner, editor or admin
#   role.
# severity: high
# references: https://cloud.google.com/iam/docs/best-practices-service-accounts
# aliases: CKV_GCP_42
# tags: cis, iam

policy {}

# The agents of Google services (service-…@gcp-sa-….iam.gserviceaccount.com) need the roles that
# Google gives them.
resource_policy "google_project_iam_member" "no-service-account-admins" {
  enforce {
    condition     = !(core::regex_match(core::try(core::trimspace(attrs.role), ""), "^roles/(owner|editor)$|[aA]dmin$") && (core::startswith(core::try(core::trimspace(attrs.member), ""), "serviceAccount:") && core::endswith(core::try(core::trimspace(attrs.member), ""), ".gserviceaccount.com")) && !core::regex_match(core::try(core::trimspace(attrs.member), ""), "@gcp-sa-"))
    error_message = "`role` is ${attrs.role} for ${attrs.member}, must not be an owner, editor or admin role"
  }
}

resource_policy "google_project_iam_binding" "no-service-account-admins" {
  enforce {
    condition     = !(core::regex_match(core::try(core::trimspace(attrs.role), ""), "^roles/(owner|editor)$|[aA]dmin$") && core::anytrue([for m in core::try(attrs.members[*], []) : (core::startswith(m, "serviceAccount:") && core::endswith(m, ".gserviceaccount.com")) && !core::regex_match(m, "@gcp-sa-")]))
    error_message = "`role` is ${attrs.role} for a service account, must not be an owner, editor or admin role"
  }
}
