policy {}

resource_policy "aws_instance" "golden_image" {
  locals {
    image = core::try(core::getdatasource("aws_ami", { id = attrs.ami }), null)
    owner = local.image == null ? "nobody" : local.image.owner
    doc   = core::jsondecode(core::try(attrs.user_data_json, "{}"))
  }

  enforce {
    condition     = local.owner == "self"
    error_message = "image ${attrs.ami} is owned by ${local.owner}: ${core::valuetostring(local.doc)}"
  }
}

resource_policy "aws_iam_policy" "no_star" {
  locals {
    document   = core::jsondecode(attrs.policy)
    statements = core::flatten([local.document.Statement])
    actions = {
      for s in local.statements :
      core::lower(s.Effect) => core::flatten([s.Action])...
      if core::can(s.Action)
    }
  }

  enforce {
    condition = !core::anytrue([
      for a in core::flatten(core::try(local.actions.allow, [])) :
      a == "*" || core::endswith(a, ":*")
    ])
    error_message = "allows ${core::jsonencode(local.actions)}"
  }
}
