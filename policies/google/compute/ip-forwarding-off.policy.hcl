# title: Instances do not forward packets
# why: An instance that forwards can send with any source address and route around firewalls;
#   only gateways need it.
# fix: Remove `can_ip_forward = true`, except on a gateway.
# severity: medium
# references: https://cloud.google.com/vpc/docs/using-routes
# aliases: CKV_GCP_36
# tags: cis, network

policy {}

resource_policy "google_compute_instance" "ip-forwarding-off" {
  enforce {
    condition     = core::try(attrs.can_ip_forward, null) != true
    error_message = "`can_ip_forward` is true, must be false"
  }
}

resource_policy "google_compute_instance_template" "ip-forwarding-off" {
  enforce {
    condition     = core::try(attrs.can_ip_forward, null) != true
    error_message = "`can_ip_forward` is true, must be false"
  }
}

resource_policy "google_compute_region_instance_template" "ip-forwarding-off" {
  enforce {
    condition     = core::try(attrs.can_ip_forward, null) != true
    error_message = "`can_ip_forward` is true, must be false"
  }
}
