# title: Repositories are not open to everyone
# why: Images hold code, configuration and often secrets; with write access strangers could
#   replace them.
# fix: Grant the role to the accounts that pull or push instead of `allUsers` or
#   `allAuthenticatedUsers`.
# severity: high
# references: https://cloud.google.com/artifact-registry/docs/access-control
# aliases: CKV_GCP_101
# tags: iam, network

policy {}

resource_policy "google_artifact_registry_repository_iam_member" "not-public" {
  enforce {
    condition     = !core::contains(["allusers", "allauthenticatedusers"], core::try(core::lower(attrs.member), ""))
    error_message = "`member` is ${attrs.member}, must not be open to everyone"
  }
}

resource_policy "google_artifact_registry_repository_iam_binding" "not-public" {
  enforce {
    condition     = core::alltrue([for m in core::try(attrs.members[*], []) : !core::contains(["allusers", "allauthenticatedusers"], core::lower(m))])
    error_message = "`members` holds allUsers or allAuthenticatedUsers, must not be open to everyone"
  }
}

resource_policy "google_artifact_registry_repository_iam_policy" "not-public" {
  enforce {
    condition = core::alltrue(core::flatten([
      for b in core::try(core::jsondecode(attrs.policy_data).bindings[*], []) : [for m in core::try(b.members[*], []) : !core::contains(["allusers", "allauthenticatedusers"], core::lower(m))]
    ]))
    error_message = "`policy_data` grants a role to allUsers or allAuthenticatedUsers, must not be open to everyone"
  }
}
