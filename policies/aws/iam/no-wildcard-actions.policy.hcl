# title: No policy allows every action
# why: `*` allows what the service will offer tomorrow, and every way to take over the
#   resource.
# fix: Name the actions that are needed in `Action`.
# severity: high
# references: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
# aliases: CKV_AWS_63, CKV_AWS_49
# tags: iam

policy {}

resource_policy "aws_iam_policy" "no-wildcard-actions" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    wild = [
      for s in local.statements : core::try(s.Sid, "")
      if core::try(s.Effect, "") == "Allow"
      && core::anytrue([for a in core::flatten([core::try(s.Action, [])]) : a == "*" || a == "*:*"])
    ]
  }

  enforce {
    condition     = core::length(local.wild) == 0
    error_message = "`policy` has * as an `Action` in ${core::length(local.wild)} of ${core::length(local.statements)} statements, must name the actions that are needed"
  }
}

resource_policy "aws_iam_role_policy" "no-wildcard-actions" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    wild = [
      for s in local.statements : core::try(s.Sid, "")
      if core::try(s.Effect, "") == "Allow"
      && core::anytrue([for a in core::flatten([core::try(s.Action, [])]) : a == "*" || a == "*:*"])
    ]
  }

  enforce {
    condition     = core::length(local.wild) == 0
    error_message = "`policy` has * as an `Action` in ${core::length(local.wild)} of ${core::length(local.statements)} statements, must name the actions that are needed"
  }
}

resource_policy "aws_iam_user_policy" "no-wildcard-actions" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    wild = [
      for s in local.statements : core::try(s.Sid, "")
      if core::try(s.Effect, "") == "Allow"
      && core::anytrue([for a in core::flatten([core::try(s.Action, [])]) : a == "*" || a == "*:*"])
    ]
  }

  enforce {
    condition     = core::length(local.wild) == 0
    error_message = "`policy` has * as an `Action` in ${core::length(local.wild)} of ${core::length(local.statements)} statements, must name the actions that are needed"
  }
}

resource_policy "aws_iam_group_policy" "no-wildcard-actions" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    wild = [
      for s in local.statements : core::try(s.Sid, "")
      if core::try(s.Effect, "") == "Allow"
      && core::anytrue([for a in core::flatten([core::try(s.Action, [])]) : a == "*" || a == "*:*"])
    ]
  }

  enforce {
    condition     = core::length(local.wild) == 0
    error_message = "`policy` has * as an `Action` in ${core::length(local.wild)} of ${core::length(local.statements)} statements, must name the actions that are needed"
  }
}

resource_policy "aws_ssoadmin_permission_set_inline_policy" "no-wildcard-actions" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.inline_policy).Statement, [])])
    wild = [
      for s in local.statements : core::try(s.Sid, "")
      if core::try(s.Effect, "") == "Allow"
      && core::anytrue([for a in core::flatten([core::try(s.Action, [])]) : a == "*" || a == "*:*"])
    ]
  }

  enforce {
    condition     = core::length(local.wild) == 0
    error_message = "`inline_policy` has * as an `Action` in ${core::length(local.wild)} of ${core::length(local.statements)} statements, must name the actions that are needed"
  }
}

# Where it is not written the argument is computed, and not known before the apply: then
# there is nothing to judge here.
resource_policy "aws_iam_role" "no-wildcard-actions" {
  filter = core::valuetostring(core::try(attrs.inline_policy, null)) != "(unknown)"

  locals {
    statements = core::flatten([for p in core::try([for i in attrs.inline_policy : i], []) : core::try(core::jsondecode(p.policy).Statement, [])])
    wild = [
      for s in local.statements : core::try(s.Sid, "")
      if core::try(s.Effect, "") == "Allow"
      && core::anytrue([for a in core::flatten([core::try(s.Action, [])]) : a == "*" || a == "*:*"])
    ]
  }

  enforce {
    condition     = core::length(local.wild) == 0
    error_message = "`inline_policy` has * as an `Action` in ${core::length(local.wild)} of ${core::length(local.statements)} statements, must name the actions that are needed"
  }
}
