# title: Datasets and tables are not open to everyone
# why: Anyone with a Google account could query the data.
# fix: Grant access to a group or a service account instead of `allUsers` or
#   `allAuthenticatedUsers`.
# severity: critical
# references: https://cloud.google.com/bigquery/docs/control-access-to-resources-iam
# aliases: CKV_GCP_15, CKV_GCP_100
# tags: cis, iam, network

policy {}

resource_policy "google_bigquery_dataset_iam_member" "not-public" {
  enforce {
    condition     = !core::contains(["allusers", "allauthenticatedusers"], core::try(core::lower(attrs.member), ""))
    error_message = "`member` is ${attrs.member}, must not be open to everyone"
  }
}

resource_policy "google_bigquery_dataset_iam_binding" "not-public" {
  enforce {
    condition     = core::alltrue([for m in core::try(attrs.members[*], []) : !core::contains(["allusers", "allauthenticatedusers"], core::lower(m))])
    error_message = "`members` holds allUsers or allAuthenticatedUsers, must not be open to everyone"
  }
}

resource_policy "google_bigquery_dataset_iam_policy" "not-public" {
  enforce {
    condition = core::alltrue(core::flatten([
      for b in core::try(core::jsondecode(attrs.policy_data).bindings[*], []) : [for m in core::try(b.members[*], []) : !core::contains(["allusers", "allauthenticatedusers"], core::lower(m))]
    ]))
    error_message = "`policy_data` grants a role to allUsers or allAuthenticatedUsers, must not be open to everyone"
  }
}

resource_policy "google_bigquery_table_iam_member" "not-public" {
  enforce {
    condition     = !core::contains(["allusers", "allauthenticatedusers"], core::try(core::lower(attrs.member), ""))
    error_message = "`member` is ${attrs.member}, must not be open to everyone"
  }
}

resource_policy "google_bigquery_table_iam_binding" "not-public" {
  enforce {
    condition     = core::alltrue([for m in core::try(attrs.members[*], []) : !core::contains(["allusers", "allauthenticatedusers"], core::lower(m))])
    error_message = "`members` holds allUsers or allAuthenticatedUsers, must not be open to everyone"
  }
}

resource_policy "google_bigquery_table_iam_policy" "not-public" {
  enforce {
    condition = core::alltrue(core::flatten([
      for b in core::try(core::jsondecode(attrs.policy_data).bindings[*], []) : [for m in core::try(b.members[*], []) : !core::contains(["allusers", "allauthenticatedusers"], core::lower(m))]
    ]))
    error_message = "`policy_data` grants a role to allUsers or allAuthenticatedUsers, must not be open to everyone"
  }
}

resource_policy "google_bigquery_dataset" "not-public" {
  enforce {
    condition = core::alltrue([
      for a in core::try(attrs.access[*], []) : (
        !core::contains(["allusers", "allauthenticatedusers"], core::try(core::lower(a.special_group), ""))
        && !core::contains(["allusers", "allauthenticatedusers"], core::try(core::lower(a.iam_member), ""))
      )
    ])
    error_message = "`access` holds allUsers or allAuthenticatedUsers, must not be open to everyone"
  }
}

resource_policy "google_bigquery_dataset_access" "not-public" {
  enforce {
    condition     = !core::contains(["allusers", "allauthenticatedusers"], core::try(core::lower(attrs.special_group), "")) && !core::contains(["allusers", "allauthenticatedusers"], core::try(core::lower(attrs.iam_member), ""))
    error_message = "`special_group` or `iam_member` is open to everyone, must name a group or an account"
  }
}
