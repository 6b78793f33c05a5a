# title: No policy allows every action on every resource
# why: Whoever gets hold of such a principal owns the account: data, keys, logs, and the
#   accounts that trust it.
# fix: Name the actions and the resources that are needed in `Action` and `Resource`.
# severity: critical
# references: https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege
#   https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html
# aliases: CKV_AWS_62, CKV_AWS_1, FSBP IAM.1
# tags: cis, fsbp, iam

policy {}

resource_policy "aws_iam_policy" "no-full-administrator" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    full = [
      for s in local.statements : core::try(s.Sid, "")
      if core::try(s.Effect, "") == "Allow"
      && core::anytrue([for a in core::flatten([core::try(s.Action, [])]) : a == "*" || a == "*:*"])
      && core::contains(core::flatten([core::try(s.Resource, [])]), "*")
    ]
  }

  enforce {
    condition     = core::length(local.full) == 0
    error_message = "`policy` allows every action on every resource, must name the actions and resources that are needed"
  }
}

resource_policy "aws_iam_role_policy" "no-full-administrator" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    full = [
      for s in local.statements : core::try(s.Sid, "")
      if core::try(s.Effect, "") == "Allow"
      && core::anytrue([for a in core::flatten([core::try(s.Action, [])]) : a == "*" || a == "*:*"])
      && core::contains(core::flatten([core::try(s.Resource, [])]), "*")
    ]
  }

  enforce {
    condition     = core::length(local.full) == 0
    error_message = "`policy` allows every action on every resource, must name the actions and resources that are needed"
  }
}

resource_policy "aws_iam_user_policy" "no-full-administrator" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    full = [
      for s in local.statements : core::try(s.Sid, "")
      if core::try(s.Effect, "") == "Allow"
      && core::anytrue([for a in core::flatten([core::try(s.Action, [])]) : a == "*" || a == "*:*"])
      && core::contains(core::flatten([core::try(s.Resource, [])]), "*")
    ]
  }

  enforce {
    condition     = core::length(local.full) == 0
    error_message = "`policy` allows every action on every resource, must name the actions and resources that are needed"
  }
}

resource_policy "aws_iam_group_policy" "no-full-administrator" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    full = [
      for s in local.statements : core::try(s.Sid, "")
      if core::try(s.Effect, "") == "Allow"
      && core::anytrue([for a in core::flatten([core::try(s.Action, [])]) : a == "*" || a == "*:*"])
      && core::contains(core::flatten([core::try(s.Resource, [])]), "*")
    ]
  }

  enforce {
    condition     = core::length(local.full) == 0
    error_message = "`policy` allows every action on every resource, must name the actions and resources that are needed"
  }
}

resource_policy "aws_ssoadmin_permission_set_inline_policy" "no-full-administrator" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.inline_policy).Statement, [])])
    full = [
      for s in local.statements : core::try(s.Sid, "")
      if core::try(s.Effect, "") == "Allow"
      && core::anytrue([for a in core::flatten([core::try(s.Action, [])]) : a == "*" || a == "*:*"])
      && core::contains(core::flatten([core::try(s.Resource, [])]), "*")
    ]
  }

  enforce {
    condition     = core::length(local.full) == 0
    error_message = "`inline_policy` allows every action on every resource, must name the actions and resources that are needed"
  }
}

# Where it is not written the argument is computed, and not known before the apply: then
# there is nothing to judge here.
resource_policy "aws_iam_role" "no-full-administrator" {
  filter = core::valuetostring(core::try(attrs.inline_policy, null)) != "(unknown)"

  locals {
    statements = core::flatten([for p in core::try([for i in attrs.inline_policy : i], []) : core::try(core::jsondecode(p.policy).Statement, [])])
    full = [
      for s in local.statements : core::try(s.Sid, "")
      if core::try(s.Effect, "") == "Allow"
      && core::anytrue([for a in core::flatten([core::try(s.Action, [])]) : a == "*" || a == "*:*"])
      && core::contains(core::flatten([core::try(s.Resource, [])]), "*")
    ]
  }

  enforce {
    condition     = core::length(local.full) == 0
    error_message = "`inline_policy` allows every action on every resource, must name the actions and resources that are needed"
  }
}
