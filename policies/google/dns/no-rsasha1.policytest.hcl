policytest {
  targets = ["no-rsasha1.policy.hcl"]
}

resource "google_dns_managed_zone" "modern" {
  attrs = {
    dnssec_config = [{ state = "on", default_key_specs = [{ algorithm = "rsasha256", key_type = "keySigning" }] }]
  }
}

resource "google_dns_managed_zone" "defaults" {
  attrs = {
    dnssec_config = [{ state = "on", default_key_specs = [] }]
  }
}

resource "google_dns_managed_zone" "old" {
  expect_failure = true
  attrs = {
    dnssec_config = [{ state = "on", default_key_specs = [{ algorithm = "rsasha256", key_type = "keySigning" }, { algorithm = "rsasha1", key_type = "zoneSigning" }] }]
  }
}

resource "google_dns_managed_zone" "unsigned" {
  attrs = {
    dnssec_config = []
  }
}

resource "google_dns_managed_zone" "known_after_apply" {
  expect_unknown = true
  unknown        = ["dnssec_config.0.default_key_specs"]
  attrs = {
    dnssec_config = [{ state = "on" }]
  }
}
