# title: Firewalls do not open database ports to the internet
# why: Databases and caches are built for trusted networks; open ones are found and emptied
#   within hours.
# fix: Narrow `source_ranges` to the networks of the clients (ports 1433, 1521, 3306, 5432,
#   6379, 9200, 11211, 27017).
# severity: high
# references: https://cloud.google.com/firewall/docs/firewalls
# tags: network, database

policy {}

resource_policy "google_compute_firewall" "firewall-no-public-databases" {
  filter = core::try(attrs.disabled, null) != true

  enforce {
    condition = !(core::anytrue([for r in core::try(attrs.source_ranges[*], []) : core::endswith(r, "/0")]) && core::anytrue([for port in [1433, 1521, 3306, 5432, 6379, 9200, 11211, 27017] : core::anytrue([
      for a in core::try(attrs.allow[*], []) : core::contains(["tcp", "6", "all"], core::try(core::lower(a.protocol), "")) && (
        core::try(core::length(a.ports), 0) == 0
        || core::anytrue([for p in core::try(a.ports[*], []) : core::try(core::parseint(core::split("-", p)[0], 10), -1) <= port && core::try(core::parseint(core::element(core::split("-", p), 1), 10), -1) >= port])
      )
    ])]))
    error_message = "`allow` opens a database port to a source range of /0, must name the addresses that need access"
  }
}
