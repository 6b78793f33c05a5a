# title: Projects start without the default network
# why: The default network has a subnet in every region and lets SSH and RDP in from anywhere.
# fix: Set `auto_create_network = false`.
# severity: medium
# references: https://cloud.google.com/vpc/docs/vpc
# aliases: CKV_GCP_27
# tags: cis, network

policy {}

resource_policy "google_project" "no-default-network" {
  enforce {
    condition     = core::try(attrs.auto_create_network, null) == false
    error_message = "`auto_create_network` must be false"
  }
}
