# title: Clusters do not use legacy authorization
# why: Legacy ABAC gives every service account of the cluster wide rights, past RBAC.
# fix: Remove `enable_legacy_abac = true`.
# severity: high
# references: https://cloud.google.com/kubernetes-engine/docs/how-to/hardening-your-cluster
# aliases: CKV_GCP_7
# tags: iam

policy {}

resource_policy "google_container_cluster" "no-legacy-abac" {
  enforce {
    condition     = core::try(attrs.enable_legacy_abac, null) != true
    error_message = "`enable_legacy_abac` is true, must be false"
  }
}
