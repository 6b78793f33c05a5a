# title: Tags have allowed values only
# why: A misspelt environment or cost centre drops out of every report and every rule that
#   goes by it.
# fix: Use one of the values that the input `allowed-values` gives for the tag.
# severity: medium
# references: https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_tag-policies.html
#   https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources
# tags: tags

policy {}

input "allowed-values" {
  type        = map(list(string))
  default     = {}
  description = "Values that a tag may have, by tag; empty: not checked. A tag that is not there is not judged"
}

# Labels of Google are in lower case. `tags` that are a list (network tags) are no tags of this kind.
# `tags_all` and `effective_labels` also hold the defaults of the provider.
resource_policy "*" "allowed-values" {
  filter = core::length(input.allowed-values) > 0 && (core::can(attrs.tags) && !core::try(core::length(core::concat(attrs.tags)) >= 0, false)
    || core::can(attrs.labels) && !core::try(core::length(core::concat(attrs.labels)) >= 0, false)
  )

  locals {
    wrong = [for k, values in input.allowed-values : k if core::try(attrs.tags[k], attrs.tags_all[k], attrs.labels[core::lower(k)], attrs.effective_labels[core::lower(k)], null) != null && !core::contains(values, core::try(attrs.tags[k], attrs.tags_all[k], attrs.labels[core::lower(k)], attrs.effective_labels[core::lower(k)], null))]
  }

  enforce {
    condition     = core::length(local.wrong) == 0
    error_message = "the value of the tag ${core::join(", ", local.wrong)} is not an allowed one"
  }
}
