# title: No policy reads all objects, secrets or parameters
# why: One leaked credential then carries away the data of every application in the account.
# fix: Limit `Resource` to the buckets, tables, secrets and parameters concerned, or add a
#   `Condition`.
# severity: medium
# references: https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege
# aliases: CKV_AWS_288, CKV_AWS_108
# tags: iam

policy {}

resource_policy "aws_iam_policy" "no-access-to-all-data" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    open = [
      for s in local.statements : s
      if core::try(s.Effect, "") == "Allow" && !core::can(s.Condition)
      && core::anytrue([for r in core::flatten([core::try(s.Resource, [])]) : core::try(core::regex_match(r, "^([*]|arn:[^:]*:s3:::[*](/[*])?|arn:[^:]*:(dynamodb|secretsmanager|ssm):[^:]*:[^:]*:([*]|table/[*]|secret:[*]|parameter/?[*]))$"), false)])
    ]
    patterns = [for a in core::flatten([for s in local.open : core::try(s.Action, [])]) : "(?i)^${core::join(".*", core::split("*", a))}$" if core::try(core::regex_match(a, "^[A-Za-z0-9-]+:[A-Za-z0-9*]+$"), false)]
    found    = [for action in ["dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan", "s3:GetObject", "s3:GetObjectVersion", "secretsmanager:BatchGetSecretValue", "secretsmanager:GetSecretValue", "ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"] : action if core::anytrue([for p in local.patterns : core::regex_match(action, p)])]
  }

  enforce {
    condition     = core::length(local.found) == 0
    error_message = "`policy` allows ${core::join(", ", core::slice(local.found, 0, core::min(3, core::length(local.found))))}${core::length(local.found) > 3 ? " and ${core::length(local.found) - 3} more" : ""} on every resource, must name the resources or add a condition"
  }
}

resource_policy "aws_iam_role_policy" "no-access-to-all-data" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    open = [
      for s in local.statements : s
      if core::try(s.Effect, "") == "Allow" && !core::can(s.Condition)
      && core::anytrue([for r in core::flatten([core::try(s.Resource, [])]) : core::try(core::regex_match(r, "^([*]|arn:[^:]*:s3:::[*](/[*])?|arn:[^:]*:(dynamodb|secretsmanager|ssm):[^:]*:[^:]*:([*]|table/[*]|secret:[*]|parameter/?[*]))$"), false)])
    ]
    patterns = [for a in core::flatten([for s in local.open : core::try(s.Action, [])]) : "(?i)^${core::join(".*", core::split("*", a))}$" if core::try(core::regex_match(a, "^[A-Za-z0-9-]+:[A-Za-z0-9*]+$"), false)]
    found    = [for action in ["dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan", "s3:GetObject", "s3:GetObjectVersion", "secretsmanager:BatchGetSecretValue", "secretsmanager:GetSecretValue", "ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"] : action if core::anytrue([for p in local.patterns : core::regex_match(action, p)])]
  }

  enforce {
    condition     = core::length(local.found) == 0
    error_message = "`policy` allows ${core::join(", ", core::slice(local.found, 0, core::min(3, core::length(local.found))))}${core::length(local.found) > 3 ? " and ${core::length(local.found) - 3} more" : ""} on every resource, must name the resources or add a condition"
  }
}

resource_policy "aws_iam_user_policy" "no-access-to-all-data" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    open = [
      for s in local.statements : s
      if core::try(s.Effect, "") == "Allow" && !core::can(s.Condition)
      && core::anytrue([for r in core::flatten([core::try(s.Resource, [])]) : core::try(core::regex_match(r, "^([*]|arn:[^:]*:s3:::[*](/[*])?|arn:[^:]*:(dynamodb|secretsmanager|ssm):[^:]*:[^:]*:([*]|table/[*]|secret:[*]|parameter/?[*]))$"), false)])
    ]
    patterns = [for a in core::flatten([for s in local.open : core::try(s.Action, [])]) : "(?i)^${core::join(".*", core::split("*", a))}$" if core::try(core::regex_match(a, "^[A-Za-z0-9-]+:[A-Za-z0-9*]+$"), false)]
    found    = [for action in ["dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan", "s3:GetObject", "s3:GetObjectVersion", "secretsmanager:BatchGetSecretValue", "secretsmanager:GetSecretValue", "ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"] : action if core::anytrue([for p in local.patterns : core::regex_match(action, p)])]
  }

  enforce {
    condition     = core::length(local.found) == 0
    error_message = "`policy` allows ${core::join(", ", core::slice(local.found, 0, core::min(3, core::length(local.found))))}${core::length(local.found) > 3 ? " and ${core::length(local.found) - 3} more" : ""} on every resource, must name the resources or add a condition"
  }
}

resource_policy "aws_iam_group_policy" "no-access-to-all-data" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    open = [
      for s in local.statements : s
      if core::try(s.Effect, "") == "Allow" && !core::can(s.Condition)
      && core::anytrue([for r in core::flatten([core::try(s.Resource, [])]) : core::try(core::regex_match(r, "^([*]|arn:[^:]*:s3:::[*](/[*])?|arn:[^:]*:(dynamodb|secretsmanager|ssm):[^:]*:[^:]*:([*]|table/[*]|secret:[*]|parameter/?[*]))$"), false)])
    ]
    patterns = [for a in core::flatten([for s in local.open : core::try(s.Action, [])]) : "(?i)^${core::join(".*", core::split("*", a))}$" if core::try(core::regex_match(a, "^[A-Za-z0-9-]+:[A-Za-z0-9*]+$"), false)]
    found    = [for action in ["dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan", "s3:GetObject", "s3:GetObjectVersion", "secretsmanager:BatchGetSecretValue", "secretsmanager:GetSecretValue", "ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"] : action if core::anytrue([for p in local.patterns : core::regex_match(action, p)])]
  }

  enforce {
    condition     = core::length(local.found) == 0
    error_message = "`policy` allows ${core::join(", ", core::slice(local.found, 0, core::min(3, core::length(local.found))))}${core::length(local.found) > 3 ? " and ${core::length(local.found) - 3} more" : ""} on every resource, must name the resources or add a condition"
  }
}

resource_policy "aws_ssoadmin_permission_set_inline_policy" "no-access-to-all-data" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.inline_policy).Statement, [])])
    open = [
      for s in local.statements : s
      if core::try(s.Effect, "") == "Allow" && !core::can(s.Condition)
      && core::anytrue([for r in core::flatten([core::try(s.Resource, [])]) : core::try(core::regex_match(r, "^([*]|arn:[^:]*:s3:::[*](/[*])?|arn:[^:]*:(dynamodb|secretsmanager|ssm):[^:]*:[^:]*:([*]|table/[*]|secret:[*]|parameter/?[*]))$"), false)])
    ]
    patterns = [for a in core::flatten([for s in local.open : core::try(s.Action, [])]) : "(?i)^${core::join(".*", core::split("*", a))}$" if core::try(core::regex_match(a, "^[A-Za-z0-9-]+:[A-Za-z0-9*]+$"), false)]
    found    = [for action in ["dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan", "s3:GetObject", "s3:GetObjectVersion", "secretsmanager:BatchGetSecretValue", "secretsmanager:GetSecretValue", "ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"] : action if core::anytrue([for p in local.patterns : core::regex_match(action, p)])]
  }

  enforce {
    condition     = core::length(local.found) == 0
    error_message = "`inline_policy` allows ${core::join(", ", core::slice(local.found, 0, core::min(3, core::length(local.found))))}${core::length(local.found) > 3 ? " and ${core::length(local.found) - 3} more" : ""} on every resource, must name the resources or add a condition"
  }
}

# Where it is not written the argument is computed, and not known before the apply: then
# there is nothing to judge here.
resource_policy "aws_iam_role" "no-access-to-all-data" {
  filter = core::valuetostring(core::try(attrs.inline_policy, null)) != "(unknown)"

  locals {
    statements = core::flatten([for p in core::try([for i in attrs.inline_policy : i], []) : core::try(core::jsondecode(p.policy).Statement, [])])
    open = [
      for s in local.statements : s
      if core::try(s.Effect, "") == "Allow" && !core::can(s.Condition)
      && core::anytrue([for r in core::flatten([core::try(s.Resource, [])]) : core::try(core::regex_match(r, "^([*]|arn:[^:]*:s3:::[*](/[*])?|arn:[^:]*:(dynamodb|secretsmanager|ssm):[^:]*:[^:]*:([*]|table/[*]|secret:[*]|parameter/?[*]))$"), false)])
    ]
    patterns = [for a in core::flatten([for s in local.open : core::try(s.Action, [])]) : "(?i)^${core::join(".*", core::split("*", a))}$" if core::try(core::regex_match(a, "^[A-Za-z0-9-]+:[A-Za-z0-9*]+$"), false)]
    found    = [for action in ["dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan", "s3:GetObject", "s3:GetObjectVersion", "secretsmanager:BatchGetSecretValue", "secretsmanager:GetSecretValue", "ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"] : action if core::anytrue([for p in local.patterns : core::regex_match(action, p)])]
  }

  enforce {
    condition     = core::length(local.found) == 0
    error_message = "`inline_policy` allows ${core::join(", ", core::slice(local.found, 0, core::min(3, core::length(local.found))))}${core::length(local.found) > 3 ? " and ${core::length(local.found) - 3} more" : ""} on every resource, must name the resources or add a condition"
  }
}
