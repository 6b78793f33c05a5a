# title: HTTPS load balancers have a TLS policy
# why: Without one the load balancer also accepts TLS 1.0 and old ciphers.
# fix: Set `ssl_policy` to a google_compute_ssl_policy.
# severity: medium
# references: https://cloud.google.com/load-balancing/docs/ssl-policies-concepts
# tags: encryption, network

policy {}

resource_policy "google_compute_target_https_proxy" "load-balancer-ssl-policy" {
  enforce {
    condition     = core::try(core::trimspace(attrs.ssl_policy), "") != ""
    error_message = "`ssl_policy` must be set"
  }
}

resource_policy "google_compute_target_ssl_proxy" "load-balancer-ssl-policy" {
  enforce {
    condition     = core::try(core::trimspace(attrs.ssl_policy), "") != ""
    error_message = "`ssl_policy` must be set"
  }
}

resource_policy "google_compute_region_target_https_proxy" "load-balancer-ssl-policy" {
  enforce {
    condition     = core::try(core::trimspace(attrs.ssl_policy), "") != ""
    error_message = "`ssl_policy` must be set"
  }
}
