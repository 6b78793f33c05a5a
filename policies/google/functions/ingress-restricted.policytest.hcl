policytest {
  targets = ["ingress-restricted.policy.hcl"]
}

resource "google_cloudfunctions_function" "internal" {
  attrs = {
    trigger_http     = true
    ingress_settings = "ALLOW_INTERNAL_ONLY"
  }
}

resource "google_cloudfunctions_function" "open" {
  expect_failure = true
  attrs = {
    trigger_http     = true
    ingress_settings = "ALLOW_ALL"
  }
}

resource "google_cloudfunctions_function" "default" {
  expect_failure = true
  attrs = {
    trigger_http     = true
    ingress_settings = null
  }
}

resource "google_cloudfunctions_function" "by_event" {
  attrs = {
    trigger_http     = null
    ingress_settings = "ALLOW_ALL"
  }
}

resource "google_cloudfunctions_function" "known_after_apply" {
  expect_unknown = true
  unknown        = ["ingress_settings"]
  attrs = {
    trigger_http = true
  }
}

resource "google_cloudfunctions2_function" "balanced" {
  attrs = {
    service_config = [{ ingress_settings = "ALLOW_INTERNAL_AND_GCLB" }]
  }
}

resource "google_cloudfunctions2_function" "open" {
  expect_failure = true
  attrs = {
    service_config = [{ ingress_settings = "ALLOW_ALL" }]
  }
}

resource "google_cloudfunctions2_function" "default" {
  expect_failure = true
  attrs = {
    service_config = []
  }
}

resource "google_cloudfunctions2_function" "known_after_apply" {
  expect_unknown = true
  unknown        = ["service_config.0.ingress_settings"]
  attrs = {
    service_config = [{}]
  }
}
