# title: Firewalls do not open SSH to the internet
# why: Port 22 is scanned within minutes; one weak password or one unpatched server is enough.
# fix: Name the addresses that need access in `source_ranges`, or use IAP for TCP with the
#   range 35.235.240.0/20.
# severity: critical
# references: https://cloud.google.com/firewall/docs/firewalls
#   https://cloud.google.com/iap/docs/using-tcp-forwarding
# aliases: CKV_GCP_2
# tags: cis, network

policy {}

resource_policy "google_compute_firewall" "firewall-no-public-ssh" {
  filter = core::try(attrs.disabled, null) != true

  enforce {
    condition = !(core::anytrue([for r in core::try(attrs.source_ranges[*], []) : core::endswith(r, "/0")]) && core::anytrue([
      for a in core::try(attrs.allow[*], []) : core::contains(["tcp", "6", "all"], core::try(core::lower(a.protocol), "")) && (
        core::try(core::length(a.ports), 0) == 0
        || core::anytrue([for p in core::try(a.ports[*], []) : core::try(core::parseint(core::split("-", p)[0], 10), -1) <= 22 && core::try(core::parseint(core::element(core::split("-", p), 1), 10), -1) >= 22])
      )
    ]))
    error_message = "`allow` opens port 22 to a source range of /0, must name the addresses that need access"
  }
}
