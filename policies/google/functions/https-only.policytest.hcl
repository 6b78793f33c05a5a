policytest {
  targets = ["https-only.policy.hcl"]
}

resource "google_cloudfunctions_function" "secure" {
  attrs = {
    trigger_http                 = true
    https_trigger_security_level = "SECURE_ALWAYS"
  }
}

resource "google_cloudfunctions_function" "optional" {
  expect_failure = true
  attrs = {
    trigger_http                 = true
    https_trigger_security_level = "SECURE_OPTIONAL"
  }
}

resource "google_cloudfunctions_function" "default" {
  expect_failure = true
  attrs = {
    trigger_http                 = true
    https_trigger_security_level = null
  }
}

resource "google_cloudfunctions_function" "by_event" {
  attrs = {
    trigger_http                 = null
    https_trigger_security_level = null
  }
}

resource "google_cloudfunctions_function" "known_after_apply" {
  expect_unknown = true
  unknown        = ["https_trigger_security_level"]
  attrs = {
    trigger_http = true
  }
}
