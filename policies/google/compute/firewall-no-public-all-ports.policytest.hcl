policytest {
  targets = ["firewall-no-public-all-ports.policy.hcl"]
}

resource "google_compute_firewall" "web" {
  attrs = {
    allow         = [{ protocol = "tcp", ports = ["80", "443"] }]
    source_ranges = ["0.0.0.0/0"]
  }
}

resource "google_compute_firewall" "ping" {
  attrs = {
    allow         = [{ protocol = "icmp", ports = [] }]
    source_ranges = ["0.0.0.0/0"]
  }
}

resource "google_compute_firewall" "from_inside" {
  attrs = {
    allow         = [{ protocol = "all", ports = [] }]
    source_ranges = ["10.0.0.0/8"]
  }
}

resource "google_compute_firewall" "disabled" {
  attrs = {
    allow         = [{ protocol = "all", ports = [] }]
    source_ranges = ["0.0.0.0/0"]
    disabled      = true
  }
}

resource "google_compute_firewall" "all_protocols" {
  expect_failure = true
  attrs = {
    allow         = [{ protocol = "all", ports = [] }]
    source_ranges = ["0.0.0.0/0"]
  }
}

resource "google_compute_firewall" "all_tcp" {
  expect_failure = true
  attrs = {
    allow         = [{ protocol = "tcp", ports = [] }]
    source_ranges = ["0.0.0.0/0"]
  }
}

resource "google_compute_firewall" "all_udp" {
  expect_failure = true
  attrs = {
    allow         = [{ protocol = "udp", ports = null }]
    source_ranges = ["0.0.0.0/0"]
  }
}

resource "google_compute_firewall" "whole_range" {
  expect_failure = true
  attrs = {
    allow         = [{ protocol = "tcp", ports = ["0-65535"] }]
    source_ranges = ["0.0.0.0/0"]
  }
}

resource "google_compute_firewall" "known_after_apply" {
  expect_unknown = true
  unknown        = ["source_ranges"]
  attrs = {
    allow         = [{ protocol = "all", ports = [] }]
    source_ranges = ["0.0.0.0/0"]
  }
}
