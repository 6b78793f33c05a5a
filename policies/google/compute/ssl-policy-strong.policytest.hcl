policytest {
  targets = ["ssl-policy-strong.policy.hcl"]
}

resource "google_compute_ssl_policy" "modern" {
  attrs = {
    profile         = "MODERN"
    min_tls_version = "TLS_1_2"
    custom_features = null
  }
}

resource "google_compute_ssl_policy" "restricted" {
  attrs = {
    profile         = "RESTRICTED"
    min_tls_version = "TLS_1_0"
  }
}

resource "google_compute_ssl_policy" "custom" {
  attrs = {
    profile         = "CUSTOM"
    min_tls_version = "TLS_1_2"
    custom_features = ["TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"]
  }
}

resource "google_compute_ssl_policy" "default" {
  expect_failure = true
  attrs = {
    profile         = "COMPATIBLE"
    min_tls_version = "TLS_1_0"
  }
}

resource "google_compute_ssl_policy" "left_out" {
  expect_failure = true
  attrs = {
    profile         = null
    min_tls_version = null
  }
}

resource "google_compute_ssl_policy" "modern_with_old_tls" {
  expect_failure = true
  attrs = {
    profile         = "MODERN"
    min_tls_version = "TLS_1_0"
  }
}

resource "google_compute_ssl_policy" "compatible" {
  expect_failure = true
  attrs = {
    profile         = "COMPATIBLE"
    min_tls_version = "TLS_1_2"
  }
}

resource "google_compute_ssl_policy" "weak_custom" {
  expect_failure = true
  attrs = {
    profile         = "CUSTOM"
    min_tls_version = "TLS_1_2"
    custom_features = ["TLS_RSA_WITH_AES_128_CBC_SHA"]
  }
}

resource "google_compute_ssl_policy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["min_tls_version"]
  attrs = {
    profile = "MODERN"
  }
}

resource "google_compute_region_ssl_policy" "modern" {
  attrs = {
    profile         = "MODERN"
    min_tls_version = "TLS_1_2"
    custom_features = null
  }
}

resource "google_compute_region_ssl_policy" "restricted" {
  attrs = {
    profile         = "RESTRICTED"
    min_tls_version = "TLS_1_0"
  }
}

resource "google_compute_region_ssl_policy" "custom" {
  attrs = {
    profile         = "CUSTOM"
    min_tls_version = "TLS_1_2"
    custom_features = ["TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"]
  }
}

resource "google_compute_region_ssl_policy" "default" {
  expect_failure = true
  attrs = {
    profile         = "COMPATIBLE"
    min_tls_version = "TLS_1_0"
  }
}

resource "google_compute_region_ssl_policy" "left_out" {
  expect_failure = true
  attrs = {
    profile         = null
    min_tls_version = null
  }
}

resource "google_compute_region_ssl_policy" "modern_with_old_tls" {
  expect_failure = true
  attrs = {
    profile         = "MODERN"
    min_tls_version = "TLS_1_0"
  }
}

resource "google_compute_region_ssl_policy" "compatible" {
  expect_failure = true
  attrs = {
    profile         = "COMPATIBLE"
    min_tls_version = "TLS_1_2"
  }
}

resource "google_compute_region_ssl_policy" "weak_custom" {
  expect_failure = true
  attrs = {
    profile         = "CUSTOM"
    min_tls_version = "TLS_1_2"
    custom_features = ["TLS_RSA_WITH_AES_128_CBC_SHA"]
  }
}

resource "google_compute_region_ssl_policy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["min_tls_version"]
  attrs = {
    profile = "MODERN"
  }
}
