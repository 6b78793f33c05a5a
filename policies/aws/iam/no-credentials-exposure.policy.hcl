# title: No policy hands out credentials of any principal
# why: Actions that return credentials, allowed on everything, let the holder become whoever
#   it likes.
# fix: Limit `Resource` to the roles, users or databases concerned, or add a `Condition`.
# severity: medium
# references: https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege
#   https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html
# aliases: CKV_AWS_287, CKV_AWS_107
# tags: iam

policy {}

resource_policy "aws_iam_policy" "no-credentials-exposure" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    open = [
      for s in local.statements : s
      if core::try(s.Effect, "") == "Allow" && !core::can(s.Condition)
      && core::anytrue([for r in core::flatten([core::try(s.Resource, [])]) : core::try(core::regex_match(r, "^([*]|arn:[^:]*:iam::[^:]*:([*]|(role|user|policy|group)/[*]))$"), false)])
    ]
    patterns = [for a in core::flatten([for s in local.open : core::try(s.Action, [])]) : "(?i)^${core::join(".*", core::split("*", a))}$" if core::try(core::regex_match(a, "^[A-Za-z0-9-]+:[A-Za-z0-9*]+$"), false)]
    found    = [for action in ["cognito-identity:GetOpenIdTokenForDeveloperIdentity", "ec2:GetPasswordData", "iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:CreateServiceSpecificCredential", "iam:ResetServiceSpecificCredential", "iam:UpdateLoginProfile", "lightsail:GetInstanceAccessDetails", "rds-db:connect", "redshift-serverless:GetCredentials", "redshift:GetClusterCredentials", "redshift:GetClusterCredentialsWithIAM", "sts:AssumeRole", "sts:GetFederationToken"] : action if core::anytrue([for p in local.patterns : core::regex_match(action, p)])]
  }

  enforce {
    condition     = core::length(local.found) == 0
    error_message = "`policy` allows ${core::join(", ", core::slice(local.found, 0, core::min(3, core::length(local.found))))}${core::length(local.found) > 3 ? " and ${core::length(local.found) - 3} more" : ""} on every resource, must name the resources or add a condition"
  }
}

resource_policy "aws_iam_role_policy" "no-credentials-exposure" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    open = [
      for s in local.statements : s
      if core::try(s.Effect, "") == "Allow" && !core::can(s.Condition)
      && core::anytrue([for r in core::flatten([core::try(s.Resource, [])]) : core::try(core::regex_match(r, "^([*]|arn:[^:]*:iam::[^:]*:([*]|(role|user|policy|group)/[*]))$"), false)])
    ]
    patterns = [for a in core::flatten([for s in local.open : core::try(s.Action, [])]) : "(?i)^${core::join(".*", core::split("*", a))}$" if core::try(core::regex_match(a, "^[A-Za-z0-9-]+:[A-Za-z0-9*]+$"), false)]
    found    = [for action in ["cognito-identity:GetOpenIdTokenForDeveloperIdentity", "ec2:GetPasswordData", "iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:CreateServiceSpecificCredential", "iam:ResetServiceSpecificCredential", "iam:UpdateLoginProfile", "lightsail:GetInstanceAccessDetails", "rds-db:connect", "redshift-serverless:GetCredentials", "redshift:GetClusterCredentials", "redshift:GetClusterCredentialsWithIAM", "sts:AssumeRole", "sts:GetFederationToken"] : action if core::anytrue([for p in local.patterns : core::regex_match(action, p)])]
  }

  enforce {
    condition     = core::length(local.found) == 0
    error_message = "`policy` allows ${core::join(", ", core::slice(local.found, 0, core::min(3, core::length(local.found))))}${core::length(local.found) > 3 ? " and ${core::length(local.found) - 3} more" : ""} on every resource, must name the resources or add a condition"
  }
}

resource_policy "aws_iam_user_policy" "no-credentials-exposure" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    open = [
      for s in local.statements : s
      if core::try(s.Effect, "") == "Allow" && !core::can(s.Condition)
      && core::anytrue([for r in core::flatten([core::try(s.Resource, [])]) : core::try(core::regex_match(r, "^([*]|arn:[^:]*:iam::[^:]*:([*]|(role|user|policy|group)/[*]))$"), false)])
    ]
    patterns = [for a in core::flatten([for s in local.open : core::try(s.Action, [])]) : "(?i)^${core::join(".*", core::split("*", a))}$" if core::try(core::regex_match(a, "^[A-Za-z0-9-]+:[A-Za-z0-9*]+$"), false)]
    found    = [for action in ["cognito-identity:GetOpenIdTokenForDeveloperIdentity", "ec2:GetPasswordData", "iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:CreateServiceSpecificCredential", "iam:ResetServiceSpecificCredential", "iam:UpdateLoginProfile", "lightsail:GetInstanceAccessDetails", "rds-db:connect", "redshift-serverless:GetCredentials", "redshift:GetClusterCredentials", "redshift:GetClusterCredentialsWithIAM", "sts:AssumeRole", "sts:GetFederationToken"] : action if core::anytrue([for p in local.patterns : core::regex_match(action, p)])]
  }

  enforce {
    condition     = core::length(local.found) == 0
    error_message = "`policy` allows ${core::join(", ", core::slice(local.found, 0, core::min(3, core::length(local.found))))}${core::length(local.found) > 3 ? " and ${core::length(local.found) - 3} more" : ""} on every resource, must name the resources or add a condition"
  }
}

resource_policy "aws_iam_group_policy" "no-credentials-exposure" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    open = [
      for s in local.statements : s
      if core::try(s.Effect, "") == "Allow" && !core::can(s.Condition)
      && core::anytrue([for r in core::flatten([core::try(s.Resource, [])]) : core::try(core::regex_match(r, "^([*]|arn:[^:]*:iam::[^:]*:([*]|(role|user|policy|group)/[*]))$"), false)])
    ]
    patterns = [for a in core::flatten([for s in local.open : core::try(s.Action, [])]) : "(?i)^${core::join(".*", core::split("*", a))}$" if core::try(core::regex_match(a, "^[A-Za-z0-9-]+:[A-Za-z0-9*]+$"), false)]
    found    = [for action in ["cognito-identity:GetOpenIdTokenForDeveloperIdentity", "ec2:GetPasswordData", "iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:CreateServiceSpecificCredential", "iam:ResetServiceSpecificCredential", "iam:UpdateLoginProfile", "lightsail:GetInstanceAccessDetails", "rds-db:connect", "redshift-serverless:GetCredentials", "redshift:GetClusterCredentials", "redshift:GetClusterCredentialsWithIAM", "sts:AssumeRole", "sts:GetFederationToken"] : action if core::anytrue([for p in local.patterns : core::regex_match(action, p)])]
  }

  enforce {
    condition     = core::length(local.found) == 0
    error_message = "`policy` allows ${core::join(", ", core::slice(local.found, 0, core::min(3, core::length(local.found))))}${core::length(local.found) > 3 ? " and ${core::length(local.found) - 3} more" : ""} on every resource, must name the resources or add a condition"
  }
}

resource_policy "aws_ssoadmin_permission_set_inline_policy" "no-credentials-exposure" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.inline_policy).Statement, [])])
    open = [
      for s in local.statements : s
      if core::try(s.Effect, "") == "Allow" && !core::can(s.Condition)
      && core::anytrue([for r in core::flatten([core::try(s.Resource, [])]) : core::try(core::regex_match(r, "^([*]|arn:[^:]*:iam::[^:]*:([*]|(role|user|policy|group)/[*]))$"), false)])
    ]
    patterns = [for a in core::flatten([for s in local.open : core::try(s.Action, [])]) : "(?i)^${core::join(".*", core::split("*", a))}$" if core::try(core::regex_match(a, "^[A-Za-z0-9-]+:[A-Za-z0-9*]+$"), false)]
    found    = [for action in ["cognito-identity:GetOpenIdTokenForDeveloperIdentity", "ec2:GetPasswordData", "iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:CreateServiceSpecificCredential", "iam:ResetServiceSpecificCredential", "iam:UpdateLoginProfile", "lightsail:GetInstanceAccessDetails", "rds-db:connect", "redshift-serverless:GetCredentials", "redshift:GetClusterCredentials", "redshift:GetClusterCredentialsWithIAM", "sts:AssumeRole", "sts:GetFederationToken"] : action if core::anytrue([for p in local.patterns : core::regex_match(action, p)])]
  }

  enforce {
    condition     = core::length(local.found) == 0
    error_message = "`inline_policy` allows ${core::join(", ", core::slice(local.found, 0, core::min(3, core::length(local.found))))}${core::length(local.found) > 3 ? " and ${core::length(local.found) - 3} more" : ""} on every resource, must name the resources or add a condition"
  }
}

# Where it is not written the argument is computed, and not known before the apply: then
# there is nothing to judge here.
resource_policy "aws_iam_role" "no-credentials-exposure" {
  filter = core::valuetostring(core::try(attrs.inline_policy, null)) != "(unknown)"

  locals {
    statements = core::flatten([for p in core::try([for i in attrs.inline_policy : i], []) : core::try(core::jsondecode(p.policy).Statement, [])])
    open = [
      for s in local.statements : s
      if core::try(s.Effect, "") == "Allow" && !core::can(s.Condition)
      && core::anytrue([for r in core::flatten([core::try(s.Resource, [])]) : core::try(core::regex_match(r, "^([*]|arn:[^:]*:iam::[^:]*:([*]|(role|user|policy|group)/[*]))$"), false)])
    ]
    patterns = [for a in core::flatten([for s in local.open : core::try(s.Action, [])]) : "(?i)^${core::join(".*", core::split("*", a))}$" if core::try(core::regex_match(a, "^[A-Za-z0-9-]+:[A-Za-z0-9*]+$"), false)]
    found    = [for action in ["cognito-identity:GetOpenIdTokenForDeveloperIdentity", "ec2:GetPasswordData", "iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:CreateServiceSpecificCredential", "iam:ResetServiceSpecificCredential", "iam:UpdateLoginProfile", "lightsail:GetInstanceAccessDetails", "rds-db:connect", "redshift-serverless:GetCredentials", "redshift:GetClusterCredentials", "redshift:GetClusterCredentialsWithIAM", "sts:AssumeRole", "sts:GetFederationToken"] : action if core::anytrue([for p in local.patterns : core::regex_match(action, p)])]
  }

  enforce {
    condition     = core::length(local.found) == 0
    error_message = "`inline_policy` allows ${core::join(", ", core::slice(local.found, 0, core::min(3, core::length(local.found))))}${core::length(local.found) > 3 ? " and ${core::length(local.found) - 3} more" : ""} on every resource, must name the resources or add a condition"
  }
}
