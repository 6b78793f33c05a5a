# title: TLS policies of load balancers allow modern protocols and ciphers only
# why: TLS before 1.2 and ciphers without forward secrecy can be broken or read later.
# fix: Set `min_tls_version = "TLS_1_2"` and `profile = "MODERN"` or `"RESTRICTED"`.
# severity: medium
# references: https://cloud.google.com/load-balancing/docs/ssl-policies-concepts
# aliases: CKV_GCP_4
# tags: cis, encryption, network

policy {}

resource_policy "google_compute_ssl_policy" "ssl-policy-strong" {
  enforce {
    condition     = core::contains(["TLS_1_2", "TLS_1_3"], core::try(core::trimspace(attrs.min_tls_version), "")) || core::contains(["RESTRICTED", "FIPS_202205"], core::try(core::trimspace(attrs.profile), ""))
    error_message = "`min_tls_version` is ${core::valuetostring(core::try(attrs.min_tls_version, null))}, must be TLS_1_2"
  }

  enforce {
    condition = (
      core::contains(["MODERN", "RESTRICTED", "FIPS_202205"], core::try(core::trimspace(attrs.profile), ""))
      || core::try(attrs.profile, null) == "CUSTOM" && core::alltrue([for c in core::try(attrs.custom_features[*], []) : !core::contains(["TLS_RSA_WITH_AES_128_GCM_SHA256", "TLS_RSA_WITH_AES_256_GCM_SHA384", "TLS_RSA_WITH_AES_128_CBC_SHA", "TLS_RSA_WITH_AES_256_CBC_SHA", "TLS_RSA_WITH_3DES_EDE_CBC_SHA"], c)])
    )
    error_message = "`profile` is ${core::valuetostring(core::try(attrs.profile, null))}, must be MODERN or RESTRICTED, or CUSTOM without weak ciphers"
  }
}

resource_policy "google_compute_region_ssl_policy" "ssl-policy-strong" {
  enforce {
    condition     = core::contains(["TLS_1_2", "TLS_1_3"], core::try(core::trimspace(attrs.min_tls_version), "")) || core::contains(["RESTRICTED", "FIPS_202205"], core::try(core::trimspace(attrs.profile), ""))
    error_message = "`min_tls_version` is ${core::valuetostring(core::try(attrs.min_tls_version, null))}, must be TLS_1_2"
  }

  enforce {
    condition = (
      core::contains(["MODERN", "RESTRICTED", "FIPS_202205"], core::try(core::trimspace(attrs.profile), ""))
      || core::try(attrs.profile, null) == "CUSTOM" && core::alltrue([for c in core::try(attrs.custom_features[*], []) : !core::contains(["TLS_RSA_WITH_AES_128_GCM_SHA256", "TLS_RSA_WITH_AES_256_GCM_SHA384", "TLS_RSA_WITH_AES_128_CBC_SHA", "TLS_RSA_WITH_AES_256_CBC_SHA", "TLS_RSA_WITH_3DES_EDE_CBC_SHA"], c)])
    )
    error_message = "`profile` is ${core::valuetostring(core::try(attrs.profile, null))}, must be MODERN or RESTRICTED, or CUSTOM without weak ciphers"
  }
}
