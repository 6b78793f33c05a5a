# title: Networks have no automatic subnets
# why: An automatic network has a subnet in every region, with ranges that overlap those of
#   other automatic networks.
# fix: Set `auto_create_subnetworks = false` and define the subnets that are needed.
# severity: low
# references: https://cloud.google.com/vpc/docs/vpc
# tags: network

policy {}

resource_policy "google_compute_network" "network-custom-subnets" {
  enforce {
    condition     = core::try(attrs.auto_create_subnetworks, null) == false
    error_message = "`auto_create_subnetworks` must be false"
  }
}
