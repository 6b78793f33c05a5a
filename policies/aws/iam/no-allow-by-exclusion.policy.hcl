# title: Policies allow by listing actions, not by excluding some
# why: `Allow` with `NotAction` grants every action of every other service, also of those
#   that do not exist yet.
# fix: Replace `NotAction` by an `Action` list, or put the excluded actions into a statement
#   with `Effect` Deny.
# severity: medium
# references: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html
# tags: iam

policy {}

resource_policy "aws_iam_policy" "no-allow-by-exclusion" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    excluding  = [for s in local.statements : core::try(s.Sid, "") if core::try(s.Effect, "") == "Allow" && core::can(s.NotAction)]
  }

  enforce {
    condition     = core::length(local.excluding) == 0
    error_message = "`policy` allows by `NotAction` in ${core::length(local.excluding)} of ${core::length(local.statements)} statements, must list the allowed ones in `Action`"
  }
}

resource_policy "aws_iam_role_policy" "no-allow-by-exclusion" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    excluding  = [for s in local.statements : core::try(s.Sid, "") if core::try(s.Effect, "") == "Allow" && core::can(s.NotAction)]
  }

  enforce {
    condition     = core::length(local.excluding) == 0
    error_message = "`policy` allows by `NotAction` in ${core::length(local.excluding)} of ${core::length(local.statements)} statements, must list the allowed ones in `Action`"
  }
}

resource_policy "aws_iam_user_policy" "no-allow-by-exclusion" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    excluding  = [for s in local.statements : core::try(s.Sid, "") if core::try(s.Effect, "") == "Allow" && core::can(s.NotAction)]
  }

  enforce {
    condition     = core::length(local.excluding) == 0
    error_message = "`policy` allows by `NotAction` in ${core::length(local.excluding)} of ${core::length(local.statements)} statements, must list the allowed ones in `Action`"
  }
}

resource_policy "aws_iam_group_policy" "no-allow-by-exclusion" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    excluding  = [for s in local.statements : core::try(s.Sid, "") if core::try(s.Effect, "") == "Allow" && core::can(s.NotAction)]
  }

  enforce {
    condition     = core::length(local.excluding) == 0
    error_message = "`policy` allows by `NotAction` in ${core::length(local.excluding)} of ${core::length(local.statements)} statements, must list the allowed ones in `Action`"
  }
}

resource_policy "aws_ssoadmin_permission_set_inline_policy" "no-allow-by-exclusion" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.inline_policy).Statement, [])])
    excluding  = [for s in local.statements : core::try(s.Sid, "") if core::try(s.Effect, "") == "Allow" && core::can(s.NotAction)]
  }

  enforce {
    condition     = core::length(local.excluding) == 0
    error_message = "`inline_policy` allows by `NotAction` in ${core::length(local.excluding)} of ${core::length(local.statements)} statements, must list the allowed ones in `Action`"
  }
}

# Where it is not written the argument is computed, and not known before the apply: then
# there is nothing to judge here.
resource_policy "aws_iam_role" "no-allow-by-exclusion" {
  filter = core::valuetostring(core::try(attrs.inline_policy, null)) != "(unknown)"

  locals {
    statements = core::flatten([for p in core::try([for i in attrs.inline_policy : i], []) : core::try(core::jsondecode(p.policy).Statement, [])])
    excluding  = [for s in local.statements : core::try(s.Sid, "") if core::try(s.Effect, "") == "Allow" && core::can(s.NotAction)]
  }

  enforce {
    condition     = core::length(local.excluding) == 0
    error_message = "`inline_policy` allows by `NotAction` in ${core::length(local.excluding)} of ${core::length(local.statements)} statements, must list the allowed ones in `Action`"
  }
}
