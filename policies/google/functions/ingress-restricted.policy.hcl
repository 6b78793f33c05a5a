# title: Cloud Functions take no traffic straight from the internet
# why: Calls that do not come through a load balancer miss its WAF, limits and logs.
# fix: Set `ingress_settings` (second generation: in `service_config`) to ALLOW_INTERNAL_ONLY
#   or ALLOW_INTERNAL_AND_GCLB.
# severity: low
# references: https://cloud.google.com/functions/docs/networking/network-settings
# aliases: CKV_GCP_124
# tags: network

policy {}

resource_policy "google_cloudfunctions_function" "ingress-restricted" {
  filter = core::try(attrs.trigger_http, null) == true

  enforce {
    condition     = core::contains(["ALLOW_INTERNAL_ONLY", "ALLOW_INTERNAL_AND_GCLB"], core::try(core::trimspace(attrs.ingress_settings), ""))
    error_message = "`ingress_settings` is ${core::valuetostring(core::try(attrs.ingress_settings, null))}, must be ALLOW_INTERNAL_ONLY or ALLOW_INTERNAL_AND_GCLB"
  }
}

resource_policy "google_cloudfunctions2_function" "ingress-restricted" {
  enforce {
    condition     = core::contains(["ALLOW_INTERNAL_ONLY", "ALLOW_INTERNAL_AND_GCLB"], core::try(core::trimspace(attrs.service_config[0].ingress_settings), ""))
    error_message = "`service_config.ingress_settings` is ${core::valuetostring(core::try(attrs.service_config[0].ingress_settings, null))}, must be ALLOW_INTERNAL_ONLY or ALLOW_INTERNAL_AND_GCLB"
  }
}
