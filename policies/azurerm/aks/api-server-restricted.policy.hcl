# title: The API server answers to named networks only
# why: An API server that anyone can reach is open to stolen tokens and to flaws of Kubernetes
#   itself.
# fix: Set `private_cluster_enabled = true`, or `api_server_access_profile {
#   authorized_ip_ranges = […] }`.
# severity: high
# references: https://learn.microsoft.com/azure/aks/api-server-authorized-ip-ranges
#   https://learn.microsoft.com/azure/aks/private-clusters
# aliases: CKV_AZURE_6
# tags: network

policy {}

resource_policy "azurerm_kubernetes_cluster" "api-server-restricted" {
  enforce {
    condition = (
      core::try(attrs.private_cluster_enabled, null) == true
      || core::try(core::length(attrs.api_server_access_profile[0].authorized_ip_ranges), 0) > 0
      || core::try(core::length(attrs.api_server_authorized_ip_ranges), 0) > 0
    )
    error_message = "`api_server_access_profile.authorized_ip_ranges` or `private_cluster_enabled` must be set"
  }

  enforce {
    condition     = core::alltrue([for r in core::concat(core::try(attrs.api_server_access_profile[0].authorized_ip_ranges[*], []), core::try(attrs.api_server_authorized_ip_ranges[*], [])) : !core::endswith(r, "/0")])
    error_message = "`api_server_access_profile.authorized_ip_ranges` holds a range of /0, must name the networks that need access"
  }
}
