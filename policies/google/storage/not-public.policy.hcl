# title: Buckets and objects are not open to everyone
# why: Whoever finds the name can read what is in the bucket, and names are guessed all day
#   long.
# fix: Grant the role to a group or a service account instead of `allUsers` or
#   `allAuthenticatedUsers`; publish web content through a load balancer.
# severity: critical
# references: https://cloud.google.com/storage/docs/access-control/making-data-public
#   https://cloud.google.com/storage/docs/access-control/iam
# aliases: CKV_GCP_28
# tags: cis, iam, network

policy {}

resource_policy "google_storage_bucket_iam_member" "not-public" {
  enforce {
    condition     = !core::contains(["allusers", "allauthenticatedusers"], core::try(core::lower(attrs.member), ""))
    error_message = "`member` is ${attrs.member}, must not be open to everyone"
  }
}

resource_policy "google_storage_bucket_iam_binding" "not-public" {
  enforce {
    condition     = core::alltrue([for m in core::try(attrs.members[*], []) : !core::contains(["allusers", "allauthenticatedusers"], core::lower(m))])
    error_message = "`members` holds allUsers or allAuthenticatedUsers, must not be open to everyone"
  }
}

resource_policy "google_storage_bucket_iam_policy" "not-public" {
  enforce {
    condition = core::alltrue(core::flatten([
      for b in core::try(core::jsondecode(attrs.policy_data).bindings[*], []) : [for m in core::try(b.members[*], []) : !core::contains(["allusers", "allauthenticatedusers"], core::lower(m))]
    ]))
    error_message = "`policy_data` grants a role to allUsers or allAuthenticatedUsers, must not be open to everyone"
  }
}

resource_policy "google_storage_bucket_access_control" "not-public" {
  enforce {
    condition     = !core::contains(["allusers", "allauthenticatedusers"], core::try(core::lower(attrs.entity), ""))
    error_message = "`entity` is ${attrs.entity}, must not be open to everyone"
  }
}

resource_policy "google_storage_default_object_access_control" "not-public" {
  enforce {
    condition     = !core::contains(["allusers", "allauthenticatedusers"], core::try(core::lower(attrs.entity), ""))
    error_message = "`entity` is ${attrs.entity}, must not be open to everyone"
  }
}

resource_policy "google_storage_object_access_control" "not-public" {
  enforce {
    condition     = !core::contains(["allusers", "allauthenticatedusers"], core::try(core::lower(attrs.entity), ""))
    error_message = "`entity` is ${attrs.entity}, must not be open to everyone"
  }
}

resource_policy "google_storage_bucket_acl" "not-public" {
  enforce {
    condition     = core::alltrue([for e in core::coalescelist(core::try(attrs.role_entity[*], []), [":"]) : !core::contains(["allusers", "allauthenticatedusers"], core::try(core::lower(core::split(":", e)[1]), ""))])
    error_message = "`role_entity` holds allUsers or allAuthenticatedUsers, must not be open to everyone"
  }

  enforce {
    condition     = !core::contains(["publicread", "publicreadwrite", "authenticatedread"], core::try(core::lower(attrs.predefined_acl), ""))
    error_message = "`predefined_acl` is ${attrs.predefined_acl}, must not be open to everyone"
  }
}

resource_policy "google_storage_default_object_acl" "not-public" {
  enforce {
    condition     = core::alltrue([for e in core::coalescelist(core::try(attrs.role_entity[*], []), [":"]) : !core::contains(["allusers", "allauthenticatedusers"], core::try(core::lower(core::split(":", e)[1]), ""))])
    error_message = "`role_entity` holds allUsers or allAuthenticatedUsers, must not be open to everyone"
  }
}

resource_policy "google_storage_object_acl" "not-public" {
  enforce {
    condition     = core::alltrue([for e in core::coalescelist(core::try(attrs.role_entity[*], []), [":"]) : !core::contains(["allusers", "allauthenticatedusers"], core::try(core::lower(core::split(":", e)[1]), ""))])
    error_message = "`role_entity` holds allUsers or allAuthenticatedUsers, must not be open to everyone"
  }

  enforce {
    condition     = !core::contains(["publicread", "publicreadwrite", "authenticatedread"], core::try(core::lower(attrs.predefined_acl), ""))
    error_message = "`predefined_acl` is ${attrs.predefined_acl}, must not be open to everyone"
  }
}
