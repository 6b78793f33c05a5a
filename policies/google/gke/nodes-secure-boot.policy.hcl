# title: Nodes boot signed software only
# why: Secure boot stops changed boot loaders and kernel modules on nodes; it is off unless
#   asked for.
# fix: Set `node_config { shielded_instance_config { enable_secure_boot = true } }`.
# severity: low
# references: https://cloud.google.com/kubernetes-engine/docs/how-to/shielded-gke-nodes
# aliases: CKV_GCP_68
# tags: compute

policy {}

resource_policy "google_container_node_pool" "nodes-secure-boot" {
  enforce {
    condition     = core::try(attrs.node_config[0].shielded_instance_config[0].enable_secure_boot, null) == true
    error_message = "`node_config.shielded_instance_config.enable_secure_boot` must be true"
  }
}
