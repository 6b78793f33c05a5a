# title: The default service account does not run with full access
# why: The default account is often an editor of the project; with the scope cloud-platform,
#   whoever gets into the instance is one too.
# fix: Give the instance a service account of its own (`service_account.email`) with the roles
#   it needs.
# severity: high
# references: https://cloud.google.com/compute/docs/access/service-accounts
# aliases: CKV_GCP_31
# tags: cis, iam

policy {}

resource_policy "google_compute_instance" "no-default-account-with-full-access" {
  enforce {
    condition = core::alltrue([
      for a in core::try(attrs.service_account[*], []) : (
        core::alltrue([for s in core::try(a.scopes[*], []) : s != "cloud-platform" && s != "https://www.googleapis.com/auth/cloud-platform"])
        || !(core::contains(["", "default"], core::try(core::trimspace(a.email), "")) || core::endswith(a.email, "-compute@developer.gserviceaccount.com"))
      )
    ])
    error_message = "`service_account` is the default one with the scope cloud-platform, must be an account of its own"
  }
}

resource_policy "google_compute_instance_template" "no-default-account-with-full-access" {
  enforce {
    condition = core::alltrue([
      for a in core::try(attrs.service_account[*], []) : (
        core::alltrue([for s in core::try(a.scopes[*], []) : s != "cloud-platform" && s != "https://www.googleapis.com/auth/cloud-platform"])
        || !(core::contains(["", "default"], core::try(core::trimspace(a.email), "")) || core::endswith(a.email, "-compute@developer.gserviceaccount.com"))
      )
    ])
    error_message = "`service_account` is the default one with the scope cloud-platform, must be an account of its own"
  }
}

resource_policy "google_compute_region_instance_template" "no-default-account-with-full-access" {
  enforce {
    condition = core::alltrue([
      for a in core::try(attrs.service_account[*], []) : (
        core::alltrue([for s in core::try(a.scopes[*], []) : s != "cloud-platform" && s != "https://www.googleapis.com/auth/cloud-platform"])
        || !(core::contains(["", "default"], core::try(core::trimspace(a.email), "")) || core::endswith(a.email, "-compute@developer.gserviceaccount.com"))
      )
    ])
    error_message = "`service_account` is the default one with the scope cloud-platform, must be an account of its own"
  }
}
