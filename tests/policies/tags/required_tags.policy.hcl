# title: Resources carry the required tags
# why: Cost and ownership are found by tags.
# fix: Add the missing tags.
# severity: medium

policy {}

input "required-tags" {
  type    = set(string)
  default = ["owner", "env"]
}

input "allowed-envs" {
  type    = list(string)
  default = ["dev", "prod"]
}

locals {
  wanted = core::sort(input.required-tags)
}

resource_policy "aws_*" "required_tags" {
  filter = core::can(attrs.tags)

  locals {
    tags    = attrs.tags != null ? attrs.tags : {}
    missing = [for t in local.wanted : t if !core::contains(core::keys(local.tags), t)]
  }

  enforce {
    condition     = core::length(local.missing) == 0
    error_message = <<-EOT
      missing tags:
      %{~ for t in local.missing }
        - ${t}
      %{~ endfor }
    EOT
  }

  enforce {
    condition     = core::contains(input.allowed-envs, core::try(local.tags.env, input.allowed-envs[0]))
    error_message = "env must be one of ${core::join(", ", input.allowed-envs)}"
    info_message  = "checked ${core::length(local.wanted)} tags"
  }
}
