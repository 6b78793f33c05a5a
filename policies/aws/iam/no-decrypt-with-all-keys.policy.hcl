# title: No policy decrypts with every key
# why: Decryption with any key takes away the second barrier in front of encrypted data.
# fix: Name the ARNs of the KMS keys in `Resource`.
# severity: medium
# references: https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html
#   https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html
# tags: fsbp, iam, encryption

policy {}

resource_policy "aws_iam_policy" "no-decrypt-with-all-keys" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    open = [
      for s in local.statements : s
      if core::try(s.Effect, "") == "Allow" && !core::can(s.Condition)
      && core::anytrue([for r in core::flatten([core::try(s.Resource, [])]) : core::try(core::regex_match(r, "^([*]|arn:[^:]*:kms:[^:]*:[^:]*:([*]|key/[*]|alias/[*]))$"), false)])
    ]
    patterns = [for a in core::flatten([for s in local.open : core::try(s.Action, [])]) : "(?i)^${core::join(".*", core::split("*", a))}$" if core::try(core::regex_match(a, "^[A-Za-z0-9-]+:[A-Za-z0-9*]+$"), false)]
    found    = [for action in ["kms:Decrypt", "kms:ReEncryptFrom"] : action if core::anytrue([for p in local.patterns : core::regex_match(action, p)])]
  }

  enforce {
    condition     = core::length(local.found) == 0
    error_message = "`policy` allows ${core::join(", ", core::slice(local.found, 0, core::min(3, core::length(local.found))))}${core::length(local.found) > 3 ? " and ${core::length(local.found) - 3} more" : ""} with every key, must name the keys in `Resource`"
  }
}

resource_policy "aws_iam_role_policy" "no-decrypt-with-all-keys" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    open = [
      for s in local.statements : s
      if core::try(s.Effect, "") == "Allow" && !core::can(s.Condition)
      && core::anytrue([for r in core::flatten([core::try(s.Resource, [])]) : core::try(core::regex_match(r, "^([*]|arn:[^:]*:kms:[^:]*:[^:]*:([*]|key/[*]|alias/[*]))$"), false)])
    ]
    patterns = [for a in core::flatten([for s in local.open : core::try(s.Action, [])]) : "(?i)^${core::join(".*", core::split("*", a))}$" if core::try(core::regex_match(a, "^[A-Za-z0-9-]+:[A-Za-z0-9*]+$"), false)]
    found    = [for action in ["kms:Decrypt", "kms:ReEncryptFrom"] : action if core::anytrue([for p in local.patterns : core::regex_match(action, p)])]
  }

  enforce {
    condition     = core::length(local.found) == 0
    error_message = "`policy` allows ${core::join(", ", core::slice(local.found, 0, core::min(3, core::length(local.found))))}${core::length(local.found) > 3 ? " and ${core::length(local.found) - 3} more" : ""} with every key, must name the keys in `Resource`"
  }
}

resource_policy "aws_iam_user_policy" "no-decrypt-with-all-keys" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    open = [
      for s in local.statements : s
      if core::try(s.Effect, "") == "Allow" && !core::can(s.Condition)
      && core::anytrue([for r in core::flatten([core::try(s.Resource, [])]) : core::try(core::regex_match(r, "^([*]|arn:[^:]*:kms:[^:]*:[^:]*:([*]|key/[*]|alias/[*]))$"), false)])
    ]
    patterns = [for a in core::flatten([for s in local.open : core::try(s.Action, [])]) : "(?i)^${core::join(".*", core::split("*", a))}$" if core::try(core::regex_match(a, "^[A-Za-z0-9-]+:[A-Za-z0-9*]+$"), false)]
    found    = [for action in ["kms:Decrypt", "kms:ReEncryptFrom"] : action if core::anytrue([for p in local.patterns : core::regex_match(action, p)])]
  }

  enforce {
    condition     = core::length(local.found) == 0
    error_message = "`policy` allows ${core::join(", ", core::slice(local.found, 0, core::min(3, core::length(local.found))))}${core::length(local.found) > 3 ? " and ${core::length(local.found) - 3} more" : ""} with every key, must name the keys in `Resource`"
  }
}

resource_policy "aws_iam_group_policy" "no-decrypt-with-all-keys" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    open = [
      for s in local.statements : s
      if core::try(s.Effect, "") == "Allow" && !core::can(s.Condition)
      && core::anytrue([for r in core::flatten([core::try(s.Resource, [])]) : core::try(core::regex_match(r, "^([*]|arn:[^:]*:kms:[^:]*:[^:]*:([*]|key/[*]|alias/[*]))$"), false)])
    ]
    patterns = [for a in core::flatten([for s in local.open : core::try(s.Action, [])]) : "(?i)^${core::join(".*", core::split("*", a))}$" if core::try(core::regex_match(a, "^[A-Za-z0-9-]+:[A-Za-z0-9*]+$"), false)]
    found    = [for action in ["kms:Decrypt", "kms:ReEncryptFrom"] : action if core::anytrue([for p in local.patterns : core::regex_match(action, p)])]
  }

  enforce {
    condition     = core::length(local.found) == 0
    error_message = "`policy` allows ${core::join(", ", core::slice(local.found, 0, core::min(3, core::length(local.found))))}${core::length(local.found) > 3 ? " and ${core::length(local.found) - 3} more" : ""} with every key, must name the keys in `Resource`"
  }
}

resource_policy "aws_ssoadmin_permission_set_inline_policy" "no-decrypt-with-all-keys" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.inline_policy).Statement, [])])
    open = [
      for s in local.statements : s
      if core::try(s.Effect, "") == "Allow" && !core::can(s.Condition)
      && core::anytrue([for r in core::flatten([core::try(s.Resource, [])]) : core::try(core::regex_match(r, "^([*]|arn:[^:]*:kms:[^:]*:[^:]*:([*]|key/[*]|alias/[*]))$"), false)])
    ]
    patterns = [for a in core::flatten([for s in local.open : core::try(s.Action, [])]) : "(?i)^${core::join(".*", core::split("*", a))}$" if core::try(core::regex_match(a, "^[A-Za-z0-9-]+:[A-Za-z0-9*]+$"), false)]
    found    = [for action in ["kms:Decrypt", "kms:ReEncryptFrom"] : action if core::anytrue([for p in local.patterns : core::regex_match(action, p)])]
  }

  enforce {
    condition     = core::length(local.found) == 0
    error_message = "`inline_policy` allows ${core::join(", ", core::slice(local.found, 0, core::min(3, core::length(local.found))))}${core::length(local.found) > 3 ? " and ${core::length(local.found) - 3} more" : ""} with every key, must name the keys in `Resource`"
  }
}

# Where it is not written the argument is computed, and not known before the apply: then
# there is nothing to judge here.
resource_policy "aws_iam_role" "no-decrypt-with-all-keys" {
  filter = core::valuetostring(core::try(attrs.inline_policy, null)) != "(unknown)"

  locals {
    statements = core::flatten([for p in core::try([for i in attrs.inline_policy : i], []) : core::try(core::jsondecode(p.policy).Statement, [])])
    open = [
      for s in local.statements : s
      if core::try(s.Effect, "") == "Allow" && !core::can(s.Condition)
      && core::anytrue([for r in core::flatten([core::try(s.Resource, [])]) : core::try(core::regex_match(r, "^([*]|arn:[^:]*:kms:[^:]*:[^:]*:([*]|key/[*]|alias/[*]))$"), false)])
    ]
    patterns = [for a in core::flatten([for s in local.open : core::try(s.Action, [])]) : "(?i)^${core::join(".*", core::split("*", a))}$" if core::try(core::regex_match(a, "^[A-Za-z0-9-]+:[A-Za-z0-9*]+$"), false)]
    found    = [for action in ["kms:Decrypt", "kms:ReEncryptFrom"] : action if core::anytrue([for p in local.patterns : core::regex_match(action, p)])]
  }

  enforce {
    condition     = core::length(local.found) == 0
    error_message = "`inline_policy` allows ${core::join(", ", core::slice(local.found, 0, core::min(3, core::length(local.found))))}${core::length(local.found) > 3 ? " and ${core::length(local.found) - 3} more" : ""} with every key, must name the keys in `Resource`"
  }
}
