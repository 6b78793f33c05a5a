# title: Cloud Functions answer over HTTPS only
# why: Plain HTTP shows tokens and data to everyone on the way.
# fix: Set `https_trigger_security_level = "SECURE_ALWAYS"`.
# severity: medium
# references: https://cloud.google.com/functions/docs/writing/write-http-functions
# aliases: CKV2_GCP_10
# tags: encryption, network

policy {}

resource_policy "google_cloudfunctions_function" "https-only" {
  filter = core::try(attrs.trigger_http, null) == true

  enforce {
    condition     = core::try(attrs.https_trigger_security_level, null) == "SECURE_ALWAYS"
    error_message = "`https_trigger_security_level` is ${core::valuetostring(core::try(attrs.https_trigger_security_level, null))}, must be SECURE_ALWAYS"
  }
}
