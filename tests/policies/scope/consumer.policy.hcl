policy {}

provider_policy "aws" "region_and_version" {
  enforcement_level = input.level
  filter            = meta.alias == null || meta.alias == ""

  enforce {
    condition     = core::contains(["eu-west-1", "eu-central-1"], attrs.region)
    error_message = "${meta.source} ${meta.version}: ${attrs.region} is not allowed"
  }

  enforce {
    condition = input.minimum == null ? true : core::semverconstraint(meta.version, ">= ${input.minimum}")
  }
}

module_policy "*" "pinned_and_trusted" {
  locals {
    local_path = core::startswith(meta.source, "./") || core::startswith(meta.source, "../")
  }

  filter = !local.local_path

  enforce {
    condition     = core::contains(local.trusted, core::split("/", meta.source)[0])
    error_message = "${meta.address}: ${meta.source}"
  }

  enforce {
    condition = meta.version != null && meta.version != ""
  }
}
