# title: Clusters use Workload Identity
# why: Otherwise every pod acts as the service account of its node, or carries a key file.
# fix: Add `workload_identity_config { workload_pool = "PROJECT.svc.id.goog" }`.
# severity: medium
# references: https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity
# tags: iam

policy {}

resource_policy "google_container_cluster" "workload-identity" {
  filter = core::try(attrs.enable_autopilot, null) != true

  enforce {
    condition     = core::try(core::trimspace(attrs.workload_identity_config[0].workload_pool), core::trimspace(attrs.workload_identity_config[0].identity_namespace), "") != ""
    error_message = "`workload_identity_config.workload_pool` must be set"
  }
}
