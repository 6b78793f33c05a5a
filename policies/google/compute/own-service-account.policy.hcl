# title: Instances run as a service account of their own
# why: The default account is shared by everything in the project, so its roles can only grow.
# fix: Set `service_account.email` to an account made for this instance.
# severity: medium
# references: https://cloud.google.com/compute/docs/access/service-accounts
# aliases: CKV_GCP_30
# tags: cis, iam

policy {}

resource_policy "google_compute_instance" "own-service-account" {
  enforce {
    condition = core::alltrue([
      for a in core::try(attrs.service_account[*], []) : (
        !(core::contains(["", "default"], core::try(core::trimspace(a.email), "")) || core::endswith(a.email, "-compute@developer.gserviceaccount.com"))
      )
    ])
    error_message = "`service_account.email` is the default account, must be one of its own"
  }
}

resource_policy "google_compute_instance_template" "own-service-account" {
  enforce {
    condition = core::alltrue([
      for a in core::try(attrs.service_account[*], []) : (
        !(core::contains(["", "default"], core::try(core::trimspace(a.email), "")) || core::endswith(a.email, "-compute@developer.gserviceaccount.com"))
      )
    ])
    error_message = "`service_account.email` is the default account, must be one of its own"
  }
}

resource_policy "google_compute_region_instance_template" "own-service-account" {
  enforce {
    condition = core::alltrue([
      for a in core::try(attrs.service_account[*], []) : (
        !(core::contains(["", "default"], core::try(core::trimspace(a.email), "")) || core::endswith(a.email, "-compute@developer.gserviceaccount.com"))
      )
    ])
    error_message = "`service_account.email` is the default account, must be one of its own"
  }
}
