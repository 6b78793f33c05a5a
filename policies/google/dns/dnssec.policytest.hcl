policytest {
  targets = ["dnssec.policy.hcl"]
}

resource "google_dns_managed_zone" "signed" {
  attrs = {
    visibility    = "public"
    dnssec_config = [{ state = "on" }]
  }
}

resource "google_dns_managed_zone" "moving" {
  attrs = {
    visibility    = "public"
    dnssec_config = [{ state = "transfer" }]
  }
}

resource "google_dns_managed_zone" "off" {
  expect_failure = true
  attrs = {
    visibility    = "public"
    dnssec_config = [{ state = "off" }]
  }
}

resource "google_dns_managed_zone" "default" {
  expect_failure = true
  attrs = {
    visibility    = null
    dnssec_config = []
  }
}

resource "google_dns_managed_zone" "private" {
  attrs = {
    visibility    = "private"
    dnssec_config = []
  }
}

resource "google_dns_managed_zone" "known_after_apply" {
  expect_unknown = true
  unknown        = ["dnssec_config.0.state"]
  attrs = {
    visibility    = "public"
    dnssec_config = [{}]
  }
}
