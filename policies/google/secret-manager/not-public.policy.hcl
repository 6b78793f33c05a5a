# title: Secrets are not open to everyone
# why: A secret that everyone may read is none.
# fix: Grant the role to the service account that needs the secret.
# severity: critical
# references: https://cloud.google.com/secret-manager/docs/access-control
# tags: iam, network

policy {}

resource_policy "google_secret_manager_secret_iam_member" "not-public" {
  enforce {
    condition     = !core::contains(["allusers", "allauthenticatedusers"], core::try(core::lower(attrs.member), ""))
    error_message = "`member` is ${attrs.member}, must not be open to everyone"
  }
}

resource_policy "google_secret_manager_secret_iam_binding" "not-public" {
  enforce {
    condition     = core::alltrue([for m in core::try(attrs.members[*], []) : !core::contains(["allusers", "allauthenticatedusers"], core::lower(m))])
    error_message = "`members` holds allUsers or allAuthenticatedUsers, must not be open to everyone"
  }
}

resource_policy "google_secret_manager_secret_iam_policy" "not-public" {
  enforce {
    condition = core::alltrue(core::flatten([
      for b in core::try(core::jsondecode(attrs.policy_data).bindings[*], []) : [for m in core::try(b.members[*], []) : !core::contains(["allusers", "allauthenticatedusers"], core::lower(m))]
    ]))
    error_message = "`policy_data` grants a role to allUsers or allAuthenticatedUsers, must not be open to everyone"
  }
}
