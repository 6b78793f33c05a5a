# title: Firewalls do not open all ports to the internet
# why: Everything that listens, now or later, is reachable from anywhere.
# fix: List the `ports` that are meant to be public, or narrow `source_ranges`.
# severity: critical
# references: https://cloud.google.com/firewall/docs/firewalls
# aliases: CKV2_GCP_12
# tags: network

policy {}

resource_policy "google_compute_firewall" "firewall-no-public-all-ports" {
  filter = core::try(attrs.disabled, null) != true

  enforce {
    condition = !(core::anytrue([for r in core::try(attrs.source_ranges[*], []) : core::endswith(r, "/0")]) && core::anytrue([
      for a in core::try(attrs.allow[*], []) : core::try(core::lower(a.protocol), "") == "all" || core::contains(["tcp", "udp", "6", "17"], core::try(core::lower(a.protocol), "")) && (
        core::try(core::length(a.ports), 0) == 0
        || core::anytrue([for p in core::try(a.ports[*], []) : core::contains(["0-65535", "1-65535"], p)])
      )
    ]))
    error_message = "`allow` opens all ports to a source range of /0, must list the ports"
  }
}
