# title: Subnets reach Google services without public addresses
# why: Otherwise instances need a public address or NAT to call Google APIs, and their traffic
#   leaves the network.
# fix: Set `private_ip_google_access = true`.
# severity: low
# references: https://cloud.google.com/vpc/docs/private-google-access
# aliases: CKV_GCP_74
# tags: network

policy {}

# A `purpose` that was left out is known after apply, and PRIVATE: the subnet is judged.
resource_policy "google_compute_subnetwork" "subnet-private-google-access" {
  filter = !core::contains(["INTERNAL_HTTPS_LOAD_BALANCER", "REGIONAL_MANAGED_PROXY", "GLOBAL_MANAGED_PROXY", "PRIVATE_SERVICE_CONNECT", "PRIVATE_NAT"], core::valuetostring(core::try(attrs.purpose, null)))

  enforce {
    condition     = core::try(attrs.private_ip_google_access, null) == true
    error_message = "`private_ip_google_access` must be true"
  }
}
