# title: The control plane answers to named networks only
# why: An API server that anyone can reach is open to stolen tokens and to flaws of Kubernetes
#   itself.
# fix: Add `master_authorized_networks_config` with the `cidr_blocks` that need access, or set
#   `private_cluster_config.enable_private_endpoint = true`.
# severity: high
# references: https://cloud.google.com/kubernetes-engine/docs/how-to/authorized-networks
# aliases: CKV_GCP_18, CKV_GCP_20
# tags: network

policy {}

resource_policy "google_container_cluster" "control-plane-networks-restricted" {
  enforce {
    condition = (
      core::try(core::length(attrs.master_authorized_networks_config), 0) > 0
      || core::try(attrs.private_cluster_config[0].enable_private_endpoint, null) == true
    )
    error_message = "`master_authorized_networks_config` must be set"
  }

  enforce {
    condition     = core::alltrue([for b in core::try(attrs.master_authorized_networks_config[0].cidr_blocks[*], []) : !core::endswith(core::try(core::trimspace(b.cidr_block), ""), "/0")])
    error_message = "`master_authorized_networks_config.cidr_blocks` holds a range of /0, must name the networks that need access"
  }
}
