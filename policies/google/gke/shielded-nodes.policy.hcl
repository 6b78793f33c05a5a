# title: Clusters use shielded nodes
# why: Without them a forged node can join the cluster and take its secrets.
# fix: Leave `enable_shielded_nodes` at its default true.
# severity: medium
# references: https://cloud.google.com/kubernetes-engine/docs/how-to/shielded-gke-nodes
# aliases: CKV_GCP_71
# tags: compute

policy {}

resource_policy "google_container_cluster" "shielded-nodes" {
  filter = core::try(attrs.enable_autopilot, null) != true

  enforce {
    condition     = core::try(attrs.enable_shielded_nodes, null) != false
    error_message = "`enable_shielded_nodes` is false, must be true"
  }
}
