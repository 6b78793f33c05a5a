# title: Tags have allowed values
# why: Prod, production and PRD are three environments for every report and every access
#   rule that goes by tags.
# fix: Use one of the values of the input `allowed-values-by-tag` for the key.
# severity: low
# references: https://docs.aws.amazon.com/whitepapers/latest/tagging-best-practices/tagging-best-practices.html
#   https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html
# tags: tagging

policy {}

input "allowed-values-by-tag" {
  type        = map(list(string))
  default     = {}
  description = "Allowed values by key; while empty, the rule is skipped"
}

# What is not tagged at all is judged by tags/required.
resource_policy "aws_*" "allowed-values" {
  filter = (
    core::length(input.allowed-values-by-tag) > 0
    && meta.type != "aws_autoscaling_group"
    && (core::contains(core::keys(attrs), "tags_all") || core::contains(core::keys(attrs), "tags"))
  )

  locals {
    right = [
      for key, values in input.allowed-values-by-tag :
      core::try(attrs.tags[key], attrs.tags_all[key], null) == null ? true : core::contains(values, core::try(attrs.tags[key], attrs.tags_all[key], ""))
    ]
  }

  enforce {
    condition     = core::alltrue(local.right)
    error_message = "`tags` has ${core::join(", ", [for key, values in input.allowed-values-by-tag : "${key} = ${core::valuetostring(core::try(attrs.tags[key], attrs.tags_all[key], null))} (allowed: ${core::join(", ", values)})" if core::valuetostring(core::try(attrs.tags[key], attrs.tags_all[key], null)) != "(null)" && !core::contains(values, core::valuetostring(core::try(attrs.tags[key], attrs.tags_all[key], null)))])}"
  }
}

resource_policy "aws_autoscaling_group" "allowed-values" {
  filter = core::length(input.allowed-values-by-tag) > 0

  enforce {
    condition = core::alltrue([
      for t in core::concat(core::try([for x in attrs.tag : x], []), core::try([for x in attrs.tags : x], [])) :
      core::contains(core::try(input.allowed-values-by-tag[t.key], [t.value]), t.value)
    ])
    error_message = "`tag` has a value that is not in the input `allowed-values-by-tag`"
  }
}
