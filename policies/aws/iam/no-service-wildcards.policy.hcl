# title: No policy allows all actions of a service
# why: All actions of a service include those that delete, share and change permissions.
# fix: List the actions that are needed instead of `service:*` in `Action`, and do not
#   exclude by `NotAction` in a statement that allows.
# severity: low
# references: https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege
#   https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html
# tags: fsbp, iam

policy {}

resource_policy "aws_iam_policy" "no-service-wildcards" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    wild = core::distinct(core::flatten([
      for s in local.statements : [
        for a in core::flatten([core::try(s.Action, []), core::try(s.NotAction, [])]) : a if core::regex_match(core::try(core::lower(a), ""), "^[a-z0-9-]+:[*]+$")
      ] if core::try(s.Effect, "") == "Allow"
    ]))
  }

  enforce {
    condition     = core::length(local.wild) == 0
    error_message = "`policy` allows ${core::join(", ", local.wild)}, must list the actions that are needed"
  }
}

resource_policy "aws_iam_role_policy" "no-service-wildcards" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    wild = core::distinct(core::flatten([
      for s in local.statements : [
        for a in core::flatten([core::try(s.Action, []), core::try(s.NotAction, [])]) : a if core::regex_match(core::try(core::lower(a), ""), "^[a-z0-9-]+:[*]+$")
      ] if core::try(s.Effect, "") == "Allow"
    ]))
  }

  enforce {
    condition     = core::length(local.wild) == 0
    error_message = "`policy` allows ${core::join(", ", local.wild)}, must list the actions that are needed"
  }
}

resource_policy "aws_iam_user_policy" "no-service-wildcards" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    wild = core::distinct(core::flatten([
      for s in local.statements : [
        for a in core::flatten([core::try(s.Action, []), core::try(s.NotAction, [])]) : a if core::regex_match(core::try(core::lower(a), ""), "^[a-z0-9-]+:[*]+$")
      ] if core::try(s.Effect, "") == "Allow"
    ]))
  }

  enforce {
    condition     = core::length(local.wild) == 0
    error_message = "`policy` allows ${core::join(", ", local.wild)}, must list the actions that are needed"
  }
}

resource_policy "aws_iam_group_policy" "no-service-wildcards" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    wild = core::distinct(core::flatten([
      for s in local.statements : [
        for a in core::flatten([core::try(s.Action, []), core::try(s.NotAction, [])]) : a if core::regex_match(core::try(core::lower(a), ""), "^[a-z0-9-]+:[*]+$")
      ] if core::try(s.Effect, "") == "Allow"
    ]))
  }

  enforce {
    condition     = core::length(local.wild) == 0
    error_message = "`policy` allows ${core::join(", ", local.wild)}, must list the actions that are needed"
  }
}

resource_policy "aws_ssoadmin_permission_set_inline_policy" "no-service-wildcards" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.inline_policy).Statement, [])])
    wild = core::distinct(core::flatten([
      for s in local.statements : [
        for a in core::flatten([core::try(s.Action, []), core::try(s.NotAction, [])]) : a if core::regex_match(core::try(core::lower(a), ""), "^[a-z0-9-]+:[*]+$")
      ] if core::try(s.Effect, "") == "Allow"
    ]))
  }

  enforce {
    condition     = core::length(local.wild) == 0
    error_message = "`inline_policy` allows ${core::join(", ", local.wild)}, must list the actions that are needed"
  }
}

# Where it is not written the argument is computed, and not known before the apply: then
# there is nothing to judge here.
resource_policy "aws_iam_role" "no-service-wildcards" {
  filter = core::valuetostring(core::try(attrs.inline_policy, null)) != "(unknown)"

  locals {
    statements = core::flatten([for p in core::try([for i in attrs.inline_policy : i], []) : core::try(core::jsondecode(p.policy).Statement, [])])
    wild = core::distinct(core::flatten([
      for s in local.statements : [
        for a in core::flatten([core::try(s.Action, []), core::try(s.NotAction, [])]) : a if core::regex_match(core::try(core::lower(a), ""), "^[a-z0-9-]+:[*]+$")
      ] if core::try(s.Effect, "") == "Allow"
    ]))
  }

  enforce {
    condition     = core::length(local.wild) == 0
    error_message = "`inline_policy` allows ${core::join(", ", local.wild)}, must list the actions that are needed"
  }
}
