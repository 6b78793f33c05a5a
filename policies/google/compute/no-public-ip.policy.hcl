# title: Instances have no public address
# why: An instance with an address of its own can be scanned and attacked from anywhere,
#   firewall mistakes included.
# fix: Leave out `access_config` and `ipv6_access_config`; let traffic in through a load
#   balancer or IAP, and out through Cloud NAT.
# severity: medium
# references: https://cloud.google.com/compute/docs/ip-addresses
#   https://cloud.google.com/nat/docs/overview
# aliases: CKV_GCP_40
# tags: cis, network

policy {}

resource_policy "google_compute_instance" "no-public-ip" {
  enforce {
    condition     = core::alltrue([for n in core::try(attrs.network_interface[*], []) : core::try(core::length(n.access_config), 0) == 0 && core::try(core::length(n.ipv6_access_config), 0) == 0])
    error_message = "`network_interface` has an `access_config` or `ipv6_access_config`, must have none"
  }
}

resource_policy "google_compute_instance_template" "no-public-ip" {
  enforce {
    condition     = core::alltrue([for n in core::try(attrs.network_interface[*], []) : core::try(core::length(n.access_config), 0) == 0 && core::try(core::length(n.ipv6_access_config), 0) == 0])
    error_message = "`network_interface` has an `access_config` or `ipv6_access_config`, must have none"
  }
}

resource_policy "google_compute_region_instance_template" "no-public-ip" {
  enforce {
    condition     = core::alltrue([for n in core::try(attrs.network_interface[*], []) : core::try(core::length(n.access_config), 0) == 0 && core::try(core::length(n.ipv6_access_config), 0) == 0])
    error_message = "`network_interface` has an `access_config` or `ipv6_access_config`, must have none"
  }
}
