# title: Keys are not open to everyone
# why: Whoever may use the key may decrypt what it protects.
# fix: Grant the role to a group or a service account instead of `allUsers` or
#   `allAuthenticatedUsers`.
# severity: critical
# references: https://cloud.google.com/kms/docs/iam
# aliases: CKV_GCP_112, CKV2_GCP_6, CKV2_GCP_8
# tags: cis, iam, network

policy {}

resource_policy "google_kms_crypto_key_iam_member" "not-public" {
  enforce {
    condition     = !core::contains(["allusers", "allauthenticatedusers"], core::try(core::lower(attrs.member), ""))
    error_message = "`member` is ${attrs.member}, must not be open to everyone"
  }
}

resource_policy "google_kms_crypto_key_iam_binding" "not-public" {
  enforce {
    condition     = core::alltrue([for m in core::try(attrs.members[*], []) : !core::contains(["allusers", "allauthenticatedusers"], core::lower(m))])
    error_message = "`members` holds allUsers or allAuthenticatedUsers, must not be open to everyone"
  }
}

resource_policy "google_kms_crypto_key_iam_policy" "not-public" {
  enforce {
    condition = core::alltrue(core::flatten([
      for b in core::try(core::jsondecode(attrs.policy_data).bindings[*], []) : [for m in core::try(b.members[*], []) : !core::contains(["allusers", "allauthenticatedusers"], core::lower(m))]
    ]))
    error_message = "`policy_data` grants a role to allUsers or allAuthenticatedUsers, must not be open to everyone"
  }
}

resource_policy "google_kms_key_ring_iam_member" "not-public" {
  enforce {
    condition     = !core::contains(["allusers", "allauthenticatedusers"], core::try(core::lower(attrs.member), ""))
    error_message = "`member` is ${attrs.member}, must not be open to everyone"
  }
}

resource_policy "google_kms_key_ring_iam_binding" "not-public" {
  enforce {
    condition     = core::alltrue([for m in core::try(attrs.members[*], []) : !core::contains(["allusers", "allauthenticatedusers"], core::lower(m))])
    error_message = "`members` holds allUsers or allAuthenticatedUsers, must not be open to everyone"
  }
}

resource_policy "google_kms_key_ring_iam_policy" "not-public" {
  enforce {
    condition = core::alltrue(core::flatten([
      for b in core::try(core::jsondecode(attrs.policy_data).bindings[*], []) : [for m in core::try(b.members[*], []) : !core::contains(["allusers", "allauthenticatedusers"], core::lower(m))]
    ]))
    error_message = "`policy_data` grants a role to allUsers or allAuthenticatedUsers, must not be open to everyone"
  }
}
