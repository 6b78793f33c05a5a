# title: Subnets log their flows
# why: Without flow logs nobody can say afterwards who talked to whom.
# fix: Add a `log_config` block.
# severity: medium
# references: https://cloud.google.com/vpc/docs/flow-logs
# aliases: CKV_GCP_26
# tags: cis, logging, network

policy {}

# A `purpose` that was left out is known after apply, and PRIVATE: the subnet is judged.
resource_policy "google_compute_subnetwork" "subnet-flow-logs" {
  filter = !core::contains(["INTERNAL_HTTPS_LOAD_BALANCER", "REGIONAL_MANAGED_PROXY", "GLOBAL_MANAGED_PROXY", "PRIVATE_SERVICE_CONNECT", "PRIVATE_NAT"], core::valuetostring(core::try(attrs.purpose, null)))

  enforce {
    condition     = core::try(core::length(attrs.log_config), 0) > 0
    error_message = "`log_config` must be set"
  }
}
