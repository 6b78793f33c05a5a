# title: Only chosen regions are used
# why: Data may have to stay in some countries, and what runs in a region that nobody
#   watches goes unseen.
# fix: Set `region` in the provider block to one of the input `allowed-regions`.
# severity: high
# references: https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html
#   https://developer.hashicorp.com/terraform/language/providers/configuration
# tags: network

policy {}

input "allowed-regions" {
  type        = list(string)
  default     = []
  description = "Regions that may be used; while empty, the rule is skipped"
}

provider_policy "aws" "allowed-regions" {
  filter = core::length(input.allowed-regions) > 0

  enforce {
    condition     = core::try(attrs.region, null) != null && core::contains(input.allowed-regions, core::try(attrs.region, null) == null ? "" : attrs.region)
    error_message = "`region` is ${core::try(attrs.region, null) == null ? "not set in the provider block" : attrs.region}, must be one of ${core::join(", ", input.allowed-regions)}"
  }
}

# Since version 6 of the provider a resource can name a region of its own.
resource_policy "aws_*" "allowed-regions" {
  filter = (
    core::length(input.allowed-regions) > 0
    && core::try(core::regex_match(core::valuetostring(attrs.region), "^[a-z]{2}(-[a-z]+)+-[0-9]+$"), false)
  )

  enforce {
    condition     = core::contains(input.allowed-regions, attrs.region)
    error_message = "`region` is ${attrs.region}, must be one of ${core::join(", ", input.allowed-regions)}"
  }
}
