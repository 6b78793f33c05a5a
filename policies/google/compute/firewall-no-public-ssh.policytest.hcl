policytest {
  targets = ["firewall-no-public-ssh.policy.hcl"]
}

resource "google_compute_firewall" "from_inside" {
  attrs = {
    allow         = [{ protocol = "tcp", ports = ["22"] }]
    source_ranges = ["10.0.0.0/8"]
  }
}

resource "google_compute_firewall" "other_port" {
  attrs = {
    allow         = [{ protocol = "tcp", ports = ["443"] }]
    source_ranges = ["0.0.0.0/0"]
  }
}

resource "google_compute_firewall" "other_protocol" {
  attrs = {
    allow         = [{ protocol = "udp", ports = ["22"] }, { protocol = "icmp", ports = [] }]
    source_ranges = ["0.0.0.0/0"]
  }
}

resource "google_compute_firewall" "disabled" {
  attrs = {
    allow         = [{ protocol = "tcp", ports = ["22"] }]
    source_ranges = ["0.0.0.0/0"]
    disabled      = true
  }
}

resource "google_compute_firewall" "by_tag" {
  attrs = {
    allow         = [{ protocol = "tcp", ports = ["22"] }]
    source_ranges = null
    source_tags   = ["bastion"]
  }
}

resource "google_compute_firewall" "deny" {
  attrs = {
    allow         = []
    deny          = [{ protocol = "tcp", ports = ["22"] }]
    source_ranges = ["0.0.0.0/0"]
  }
}

resource "google_compute_firewall" "from_world" {
  expect_failure = true
  attrs = {
    allow         = [{ protocol = "tcp", ports = ["22"] }]
    source_ranges = ["0.0.0.0/0"]
    disabled      = false
  }
}

resource "google_compute_firewall" "from_world_six" {
  expect_failure = true
  attrs = {
    allow         = [{ protocol = "tcp", ports = ["22"] }]
    source_ranges = ["10.0.0.0/8", "::/0"]
  }
}

resource "google_compute_firewall" "in_range" {
  expect_failure = true
  attrs = {
    allow         = [{ protocol = "tcp", ports = ["20-32"] }]
    source_ranges = ["0.0.0.0/0"]
  }
}

resource "google_compute_firewall" "second_block" {
  expect_failure = true
  attrs = {
    allow         = [{ protocol = "icmp", ports = [] }, { protocol = "TCP", ports = ["443", "22"] }]
    source_ranges = ["0.0.0.0/0"]
  }
}

resource "google_compute_firewall" "all_ports" {
  expect_failure = true
  attrs = {
    allow         = [{ protocol = "tcp", ports = [] }]
    source_ranges = ["0.0.0.0/0"]
  }
}

resource "google_compute_firewall" "all_protocols" {
  expect_failure = true
  attrs = {
    allow         = [{ protocol = "all", ports = null }]
    source_ranges = ["0.0.0.0/0"]
  }
}

resource "google_compute_firewall" "by_number" {
  expect_failure = true
  attrs = {
    allow         = [{ protocol = "6", ports = ["22"] }]
    source_ranges = ["0.0.0.0/0"]
  }
}

resource "google_compute_firewall" "direction_known_after_apply" {
  expect_failure = true
  unknown        = ["direction"]
  attrs = {
    allow         = [{ protocol = "tcp", ports = ["22"] }]
    source_ranges = ["0.0.0.0/0"]
  }
}

resource "google_compute_firewall" "unknown_ranges_other_port" {
  unknown = ["source_ranges"]
  attrs = {
    allow         = [{ protocol = "tcp", ports = ["443"] }]
    source_ranges = ["0.0.0.0/0"]
  }
}

resource "google_compute_firewall" "known_after_apply" {
  expect_unknown = true
  unknown        = ["source_ranges"]
  attrs = {
    allow         = [{ protocol = "tcp", ports = ["22"] }]
    source_ranges = ["0.0.0.0/0"]
  }
}
