# title: Pods cannot read the metadata of their node
# why: Through the plain metadata server any pod gets the token of the node's service account.
# fix: Set `node_config { workload_metadata_config { mode = "GKE_METADATA" } }`.
# severity: medium
# references: https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity
# aliases: CKV_GCP_69
# tags: iam

policy {}

resource_policy "google_container_node_pool" "node-metadata-server" {
  enforce {
    condition = (
      core::try(attrs.node_config[0].workload_metadata_config[0].mode, null) == "GKE_METADATA"
      || core::contains(["GKE_METADATA_SERVER", "SECURE"], core::try(core::trimspace(attrs.node_config[0].workload_metadata_config[0].node_metadata), ""))
    )
    error_message = "`node_config.workload_metadata_config.mode` is ${core::valuetostring(core::try(attrs.node_config[0].workload_metadata_config[0].mode, null))}, must be GKE_METADATA"
  }
}
