# title: Resources are in allowed regions
# why: Data in another country falls under other laws, and resources in forgotten regions are
#   watched by nobody.
# fix: Use a region of the input `allowed-regions`, or add it there.
# severity: medium
# references: https://cloud.google.com/compute/docs/regions-zones
#   https://learn.microsoft.com/azure/reliability/regions-overview
# tags: regions

policy {}

input "allowed-regions" {
  type        = list(string)
  default     = []
  description = "Regions of Google and Azure that may be used; empty: not checked. A region allows its zones, and what is global is always allowed"
}

resource_policy "google_*" "allowed" {
  filter = core::length(input.allowed-regions) > 0 && (core::can(attrs.location) || core::can(attrs.region) || core::can(attrs.zone))

  locals {
    allowed = [for r in input.allowed-regions : core::lower(core::join("", core::split(" ", r)))]
    places  = [core::try(core::reverse(core::split("/", core::lower(core::join("", core::split(" ", attrs.location)))))[0], ""), core::try(core::reverse(core::split("/", core::lower(core::join("", core::split(" ", attrs.region)))))[0], ""), core::try(core::reverse(core::split("/", core::lower(core::join("", core::split(" ", attrs.zone)))))[0], "")]
  }

  enforce {
    condition     = core::alltrue([for p in local.places : p == "" || p == "global" || core::contains(local.allowed, p) || core::contains(local.allowed, core::try(core::regex("^[a-z]+-[a-z]+[0-9]+", p), p))])
    error_message = "${core::join(", ", [for p in local.places : p if !(p == "" || p == "global" || core::contains(local.allowed, p) || core::contains(local.allowed, core::try(core::regex("^[a-z]+-[a-z]+[0-9]+", p), p)))])} is not an allowed region"
  }
}

resource_policy "azurerm_*" "allowed" {
  filter = core::length(input.allowed-regions) > 0 && (core::can(attrs.location))

  locals {
    allowed = [for r in input.allowed-regions : core::lower(core::join("", core::split(" ", r)))]
    places  = [core::try(core::reverse(core::split("/", core::lower(core::join("", core::split(" ", attrs.location)))))[0], "")]
  }

  enforce {
    condition     = core::alltrue([for p in local.places : p == "" || p == "global" || core::contains(local.allowed, p) || core::contains(local.allowed, core::try(core::regex("^[a-z]+-[a-z]+[0-9]+", p), p))])
    error_message = "${core::join(", ", [for p in local.places : p if !(p == "" || p == "global" || core::contains(local.allowed, p) || core::contains(local.allowed, core::try(core::regex("^[a-z]+-[a-z]+[0-9]+", p), p)))])} is not an allowed region"
  }
}
