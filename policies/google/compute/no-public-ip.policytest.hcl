policytest {
  targets = ["no-public-ip.policy.hcl"]
}

resource "google_compute_instance" "private" {
  attrs = {
    network_interface = [{ network = "default", access_config = [], ipv6_access_config = [] }]
  }
}

resource "google_compute_instance" "old_shape" {
  attrs = {
    network_interface = [{ network = "default" }]
  }
}

resource "google_compute_instance" "public" {
  expect_failure = true
  attrs = {
    network_interface = [{ access_config = [], ipv6_access_config = [] }, { access_config = [{ nat_ip = null }], ipv6_access_config = [] }]
  }
}

resource "google_compute_instance" "public_six" {
  expect_failure = true
  attrs = {
    network_interface = [{ access_config = [], ipv6_access_config = [{ network_tier = "PREMIUM" }] }]
  }
}

resource "google_compute_instance" "address_known_after_apply" {
  expect_failure = true
  unknown        = ["network_interface.0.access_config.0.nat_ip"]
  attrs = {
    network_interface = [{ access_config = [{ network_tier = null }] }]
  }
}

resource "google_compute_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["network_interface.0.access_config"]
  attrs = {
    network_interface = [{ network = "default" }]
  }
}

resource "google_compute_instance_template" "private" {
  attrs = {
    network_interface = [{ network = "default", access_config = [], ipv6_access_config = [] }]
  }
}

resource "google_compute_instance_template" "old_shape" {
  attrs = {
    network_interface = [{ network = "default" }]
  }
}

resource "google_compute_instance_template" "public" {
  expect_failure = true
  attrs = {
    network_interface = [{ access_config = [], ipv6_access_config = [] }, { access_config = [{ nat_ip = null }], ipv6_access_config = [] }]
  }
}

resource "google_compute_instance_template" "public_six" {
  expect_failure = true
  attrs = {
    network_interface = [{ access_config = [], ipv6_access_config = [{ network_tier = "PREMIUM" }] }]
  }
}

resource "google_compute_instance_template" "address_known_after_apply" {
  expect_failure = true
  unknown        = ["network_interface.0.access_config.0.nat_ip"]
  attrs = {
    network_interface = [{ access_config = [{ network_tier = null }] }]
  }
}

resource "google_compute_instance_template" "known_after_apply" {
  expect_unknown = true
  unknown        = ["network_interface.0.access_config"]
  attrs = {
    network_interface = [{ network = "default" }]
  }
}

resource "google_compute_region_instance_template" "private" {
  attrs = {
    network_interface = [{ network = "default", access_config = [], ipv6_access_config = [] }]
  }
}

resource "google_compute_region_instance_template" "old_shape" {
  attrs = {
    network_interface = [{ network = "default" }]
  }
}

resource "google_compute_region_instance_template" "public" {
  expect_failure = true
  attrs = {
    network_interface = [{ access_config = [], ipv6_access_config = [] }, { access_config = [{ nat_ip = null }], ipv6_access_config = [] }]
  }
}

resource "google_compute_region_instance_template" "public_six" {
  expect_failure = true
  attrs = {
    network_interface = [{ access_config = [], ipv6_access_config = [{ network_tier = "PREMIUM" }] }]
  }
}

resource "google_compute_region_instance_template" "address_known_after_apply" {
  expect_failure = true
  unknown        = ["network_interface.0.access_config.0.nat_ip"]
  attrs = {
    network_interface = [{ access_config = [{ network_tier = null }] }]
  }
}

resource "google_compute_region_instance_template" "known_after_apply" {
  expect_unknown = true
  unknown        = ["network_interface.0.access_config"]
  attrs = {
    network_interface = [{ network = "default" }]
  }
}
