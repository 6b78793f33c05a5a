# title: Resources carry the required tags
# why: Without them nobody can say who owns a resource, what it costs, or whether it may go.
# fix: Add the tags of the input `required-tags` to `tags`, or to `default_tags` of the
#   provider.
# severity: medium
# references: https://docs.aws.amazon.com/whitepapers/latest/tagging-best-practices/tagging-best-practices.html
#   https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html
# tags: tagging

policy {}

input "required-tags" {
  type        = list(string)
  default     = []
  description = "Keys that every resource that takes tags must have; while empty, the rule is skipped"
}

# `tags_all` holds `tags` and the default tags of the provider.
resource_policy "aws_*" "required" {
  filter = (
    core::length(input.required-tags) > 0
    && meta.type != "aws_autoscaling_group"
    && (core::contains(core::keys(attrs), "tags_all") || core::contains(core::keys(attrs), "tags"))
  )

  locals {
    own = core::try(core::keys(attrs.tags), [])
    all = core::try(core::keys(attrs.tags_all), [])
  }

  enforce {
    condition     = core::alltrue([for key in input.required-tags : core::contains(local.own, key) || core::contains(local.all, key)])
    error_message = "`tags` lacks ${core::join(", ", [for key in input.required-tags : key if !core::contains(local.own, key) && !core::contains(local.all, key)])}"
  }
}

resource_policy "aws_autoscaling_group" "required" {
  filter = core::length(input.required-tags) > 0

  locals {
    own = core::concat(core::try([for t in attrs.tag : t.key], []), core::try([for t in attrs.tags : t.key], []))
  }

  enforce {
    condition     = core::alltrue([for key in input.required-tags : core::contains(local.own, key)])
    error_message = "`tag` lacks ${core::join(", ", [for key in input.required-tags : key if !core::contains(local.own, key)])}"
  }
}
