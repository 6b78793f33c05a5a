# title: Clusters have no password and no client certificate
# why: Passwords and client certificates of the control plane do not expire and cannot be
#   revoked one by one.
# fix: Set `master_auth { client_certificate_config { issue_client_certificate = false } }`
#   and no `username`.
# severity: medium
# references: https://cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster
# aliases: CKV_GCP_13
# tags: iam

policy {}

resource_policy "google_container_cluster" "no-static-credentials" {
  enforce {
    condition     = core::try(attrs.master_auth[0].client_certificate_config[0].issue_client_certificate, null) != true
    error_message = "`master_auth.client_certificate_config.issue_client_certificate` is true, must be false"
  }

  enforce {
    condition     = core::try(core::trimspace(attrs.master_auth[0].username), "") == ""
    error_message = "`master_auth.username` must not be set"
  }
}
