# title: Resources carry the required tags
# why: Without an owner and a cost centre nobody knows whom to ask, who pays, and what may be
#   deleted.
# fix: Add the tags named by the input `required-tags` to `tags` or `labels`, or to the
#   default tags of the provider.
# severity: medium
# references: https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html
#   https://learn.microsoft.com/azure/azure-resource-manager/management/tag-resources
#   https://cloud.google.com/resource-manager/docs/creating-managing-labels
# tags: tags

policy {}

input "required-tags" {
  type        = list(string)
  default     = []
  description = "Tags that every resource must carry; empty: not checked"
}

# Labels of Google are in lower case. `tags` that are a list (network tags) are no tags of this kind.
# `tags_all` and `effective_labels` also hold the defaults of the provider.
resource_policy "*" "required" {
  filter = core::length(input.required-tags) > 0 && (core::can(attrs.tags) && !core::try(core::length(core::concat(attrs.tags)) >= 0, false)
    || core::can(attrs.labels) && !core::try(core::length(core::concat(attrs.labels)) >= 0, false)
    || meta.type == "aws_autoscaling_group"
  )

  locals {
    missing = [
      for t in input.required-tags : t if !(
        core::contains(core::try(core::keys(attrs.tags), []), t)
        || core::contains(core::try(core::keys(attrs.tags_all), []), t)
        || core::contains(core::try(core::keys(attrs.labels), []), core::lower(t))
        || core::contains(core::try(core::keys(attrs.effective_labels), []), core::lower(t))
        || core::contains([for b in core::try(attrs.tag[*], []) : core::try(b.key, "")], t)
      )
    ]
  }

  enforce {
    condition     = core::length(local.missing) == 0
    error_message = "`tags` must also have ${core::join(", ", local.missing)}"
  }
}
