# title: Zones are not signed with SHA-1
# why: SHA-1 signatures can be forged, and resolvers begin to ignore them.
# fix: Use ecdsap256sha256 or rsasha256 in `dnssec_config.default_key_specs`.
# severity: medium
# references: https://cloud.google.com/dns/docs/dnssec-advanced
# aliases: CKV_GCP_17
# tags: cis, encryption, network

policy {}

resource_policy "google_dns_managed_zone" "no-rsasha1" {
  filter = core::try(core::length(attrs.dnssec_config), 0) > 0

  enforce {
    condition     = core::alltrue([for k in core::try(attrs.dnssec_config[0].default_key_specs[*], []) : core::try(core::lower(k.algorithm), "") != "rsasha1"])
    error_message = "`dnssec_config.default_key_specs` has the algorithm rsasha1, must be ecdsap256sha256 or rsasha256"
  }
}
