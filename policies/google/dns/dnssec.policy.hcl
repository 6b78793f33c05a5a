# title: Public zones are signed
# why: Without DNSSEC answers can be forged and users led elsewhere.
# fix: Add `dnssec_config { state = "on" }`.
# severity: medium
# references: https://cloud.google.com/dns/docs/dnssec
# aliases: CKV_GCP_16
# tags: cis, network

policy {}

resource_policy "google_dns_managed_zone" "dnssec" {
  filter = core::contains(["", "public"], core::try(core::trimspace(attrs.visibility), ""))

  enforce {
    condition     = core::contains(["on", "transfer"], core::try(core::trimspace(attrs.dnssec_config[0].state), ""))
    error_message = "`dnssec_config.state` is ${core::valuetostring(core::try(attrs.dnssec_config[0].state, null))}, must be on"
  }
}
