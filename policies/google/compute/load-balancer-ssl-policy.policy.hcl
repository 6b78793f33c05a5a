# title: HTTPS load balancers have a TLS policy
# why: Without one the load balancer also accepts TLS 1.0 and old ciphers.
# fix: Set `ssl_policy` to a google_compute_ssl_policy.
# severity: medium
# references: https://cloud.google.com/load-balancing/docs/ssl-policies-concepts
# tags: encryption, network

policy {}

resource_policy "google_compute_target_https_proxy" "load-balancer-ssl-policy" {
  enforce {
    condition = (
      !core::contains([null, ""], core::try(attrs.ssl_policy, null))
      || core::length(core::getresources("google_compute_ssl_policy", { id = attrs.ssl_policy })) > 0
      || core::length(core::getresources("google_compute_ssl_policy", { self_link = attrs.ssl_policy })) > 0
      || core::length(core::getresources("google_compute_ssl_policy", { name = attrs.ssl_policy })) > 0
      || core::length(core::getresources("google_compute_region_ssl_policy", { id = attrs.ssl_policy })) > 0
      || core::length(core::getresources("google_compute_region_ssl_policy", { self_link = attrs.ssl_policy })) > 0
      || core::length(core::getresources("google_compute_region_ssl_policy", { name = attrs.ssl_policy })) > 0
    )
    error_message = "`ssl_policy` must be set"
  }
}

resource_policy "google_compute_target_ssl_proxy" "load-balancer-ssl-policy" {
  enforce {
    condition = (
      !core::contains([null, ""], core::try(attrs.ssl_policy, null))
      || core::length(core::getresources("google_compute_ssl_policy", { id = attrs.ssl_policy })) > 0
      || core::length(core::getresources("google_compute_ssl_policy", { self_link = attrs.ssl_policy })) > 0
      || core::length(core::getresources("google_compute_ssl_policy", { name = attrs.ssl_policy })) > 0
      || core::length(core::getresources("google_compute_region_ssl_policy", { id = attrs.ssl_policy })) > 0
      || core::length(core::getresources("google_compute_region_ssl_policy", { self_link = attrs.ssl_policy })) > 0
      || core::length(core::getresources("google_compute_region_ssl_policy", { name = attrs.ssl_policy })) > 0
    )
    error_message = "`ssl_policy` must be set"
  }
}

resource_policy "google_compute_region_target_https_proxy" "load-balancer-ssl-policy" {
  enforce {
    condition = (
      !core::contains([null, ""], core::try(attrs.ssl_policy, null))
      || core::length(core::getresources("google_compute_ssl_policy", { id = attrs.ssl_policy })) > 0
      || core::length(core::getresources("google_compute_ssl_policy", { self_link = attrs.ssl_policy })) > 0
      || core::length(core::getresources("google_compute_ssl_policy", { name = attrs.ssl_policy })) > 0
      || core::length(core::getresources("google_compute_region_ssl_policy", { id = attrs.ssl_policy })) > 0
      || core::length(core::getresources("google_compute_region_ssl_policy", { self_link = attrs.ssl_policy })) > 0
      || core::length(core::getresources("google_compute_region_ssl_policy", { name = attrs.ssl_policy })) > 0
    )
    error_message = "`ssl_policy` must be set"
  }
}
