# title: Nodes of clusters have no public addresses
# why: Nodes that can be reached from the internet are attacked directly, past the control
#   plane and its audit log.
# fix: Set `private_cluster_config { enable_private_nodes = true }`.
# severity: high
# references: https://cloud.google.com/kubernetes-engine/docs/concepts/private-cluster-concept
# aliases: CKV_GCP_64
# tags: network

policy {}

resource_policy "google_container_cluster" "private-nodes" {
  enforce {
    condition     = core::try(attrs.private_cluster_config[0].enable_private_nodes, null) == true
    error_message = "`private_cluster_config.enable_private_nodes` must be true"
  }
}
