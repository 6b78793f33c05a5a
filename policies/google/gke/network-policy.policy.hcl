# title: Clusters enforce network policies
# why: Without enforcement every pod may talk to every other, and NetworkPolicy objects do
#   nothing.
# fix: Set `datapath_provider = "ADVANCED_DATAPATH"`, or `network_policy { enabled = true }`.
# severity: medium
# references: https://cloud.google.com/kubernetes-engine/docs/how-to/network-policy
# aliases: CKV_GCP_12
# tags: network

policy {}

resource_policy "google_container_cluster" "network-policy" {
  filter = core::try(attrs.enable_autopilot, null) != true

  enforce {
    condition = (
      core::try(attrs.network_policy[0].enabled, null) == true
      || core::try(attrs.datapath_provider, null) == "ADVANCED_DATAPATH"
    )
    error_message = "`network_policy.enabled` must be true or `datapath_provider` ADVANCED_DATAPATH"
  }
}
