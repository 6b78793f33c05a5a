# title: No policy lets its holder raise its own permissions
# why: Changing policies, keys or trust of any principal, or handing any role to a service,
#   is administrator access by a detour.
# fix: Limit `Resource` to the roles and users concerned, or add a `Condition`, such as
#   iam:PassedToService or iam:PermissionsBoundary.
# severity: high
# references: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
#   https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
# aliases: CKV_AWS_286, CKV_AWS_110
# tags: iam

policy {}

resource_policy "aws_iam_policy" "no-privilege-escalation" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    open = [
      for s in local.statements : s
      if core::try(s.Effect, "") == "Allow" && !core::can(s.Condition)
      && core::anytrue([for r in core::flatten([core::try(s.Resource, [])]) : core::try(core::regex_match(r, "^([*]|arn:[^:]*:iam::[^:]*:([*]|(role|user|policy|group)/[*]))$"), false)])
    ]
    patterns = [for a in core::flatten([for s in local.open : core::try(s.Action, [])]) : "(?i)^${core::join(".*", core::split("*", a))}$" if core::try(core::regex_match(a, "^[A-Za-z0-9-]+:[A-Za-z0-9*]+$"), false)]
    found    = [for action in ["iam:AddUserToGroup", "iam:AttachGroupPolicy", "iam:AttachRolePolicy", "iam:AttachUserPolicy", "iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:CreatePolicyVersion", "iam:PutGroupPolicy", "iam:PutRolePolicy", "iam:PutUserPolicy", "iam:SetDefaultPolicyVersion", "iam:UpdateAssumeRolePolicy", "iam:UpdateLoginProfile", "lambda:UpdateFunctionCode"] : action if core::anytrue([for p in local.patterns : core::regex_match(action, p)])]
    passed   = core::anytrue([for p in local.patterns : core::regex_match("iam:PassRole", p)])
    other    = [for a in core::flatten([for s in local.statements : core::try(s.Action, []) if core::try(s.Effect, "") == "Allow"]) : "(?i)^${core::join(".*", core::split("*", a))}$" if core::try(core::regex_match(a, "^[A-Za-z0-9-]+:[A-Za-z0-9*]+$"), false)]
    runs     = local.passed ? [for action in ["cloudformation:CreateStack", "codebuild:CreateProject", "ec2:RunInstances", "ecs:RunTask", "glue:CreateDevEndpoint", "glue:CreateJob", "lambda:CreateFunction", "sagemaker:CreateNotebookInstance", "sagemaker:CreateTrainingJob", "states:CreateStateMachine"] : action if core::anytrue([for p in local.other : core::regex_match(action, p)])] : []
    ways     = core::concat(local.found, [for action in local.runs : "iam:PassRole with ${action}"])
  }

  enforce {
    condition     = core::length(local.ways) == 0
    error_message = "`policy` allows ${core::join(", ", core::slice(local.ways, 0, core::min(3, core::length(local.ways))))}${core::length(local.ways) > 3 ? " and ${core::length(local.ways) - 3} more" : ""} on any principal, must name the resources or add a condition"
  }
}

resource_policy "aws_iam_role_policy" "no-privilege-escalation" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    open = [
      for s in local.statements : s
      if core::try(s.Effect, "") == "Allow" && !core::can(s.Condition)
      && core::anytrue([for r in core::flatten([core::try(s.Resource, [])]) : core::try(core::regex_match(r, "^([*]|arn:[^:]*:iam::[^:]*:([*]|(role|user|policy|group)/[*]))$"), false)])
    ]
    patterns = [for a in core::flatten([for s in local.open : core::try(s.Action, [])]) : "(?i)^${core::join(".*", core::split("*", a))}$" if core::try(core::regex_match(a, "^[A-Za-z0-9-]+:[A-Za-z0-9*]+$"), false)]
    found    = [for action in ["iam:AddUserToGroup", "iam:AttachGroupPolicy", "iam:AttachRolePolicy", "iam:AttachUserPolicy", "iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:CreatePolicyVersion", "iam:PutGroupPolicy", "iam:PutRolePolicy", "iam:PutUserPolicy", "iam:SetDefaultPolicyVersion", "iam:UpdateAssumeRolePolicy", "iam:UpdateLoginProfile", "lambda:UpdateFunctionCode"] : action if core::anytrue([for p in local.patterns : core::regex_match(action, p)])]
    passed   = core::anytrue([for p in local.patterns : core::regex_match("iam:PassRole", p)])
    other    = [for a in core::flatten([for s in local.statements : core::try(s.Action, []) if core::try(s.Effect, "") == "Allow"]) : "(?i)^${core::join(".*", core::split("*", a))}$" if core::try(core::regex_match(a, "^[A-Za-z0-9-]+:[A-Za-z0-9*]+$"), false)]
    runs     = local.passed ? [for action in ["cloudformation:CreateStack", "codebuild:CreateProject", "ec2:RunInstances", "ecs:RunTask", "glue:CreateDevEndpoint", "glue:CreateJob", "lambda:CreateFunction", "sagemaker:CreateNotebookInstance", "sagemaker:CreateTrainingJob", "states:CreateStateMachine"] : action if core::anytrue([for p in local.other : core::regex_match(action, p)])] : []
    ways     = core::concat(local.found, [for action in local.runs : "iam:PassRole with ${action}"])
  }

  enforce {
    condition     = core::length(local.ways) == 0
    error_message = "`policy` allows ${core::join(", ", core::slice(local.ways, 0, core::min(3, core::length(local.ways))))}${core::length(local.ways) > 3 ? " and ${core::length(local.ways) - 3} more" : ""} on any principal, must name the resources or add a condition"
  }
}

resource_policy "aws_iam_user_policy" "no-privilege-escalation" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    open = [
      for s in local.statements : s
      if core::try(s.Effect, "") == "Allow" && !core::can(s.Condition)
      && core::anytrue([for r in core::flatten([core::try(s.Resource, [])]) : core::try(core::regex_match(r, "^([*]|arn:[^:]*:iam::[^:]*:([*]|(role|user|policy|group)/[*]))$"), false)])
    ]
    patterns = [for a in core::flatten([for s in local.open : core::try(s.Action, [])]) : "(?i)^${core::join(".*", core::split("*", a))}$" if core::try(core::regex_match(a, "^[A-Za-z0-9-]+:[A-Za-z0-9*]+$"), false)]
    found    = [for action in ["iam:AddUserToGroup", "iam:AttachGroupPolicy", "iam:AttachRolePolicy", "iam:AttachUserPolicy", "iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:CreatePolicyVersion", "iam:PutGroupPolicy", "iam:PutRolePolicy", "iam:PutUserPolicy", "iam:SetDefaultPolicyVersion", "iam:UpdateAssumeRolePolicy", "iam:UpdateLoginProfile", "lambda:UpdateFunctionCode"] : action if core::anytrue([for p in local.patterns : core::regex_match(action, p)])]
    passed   = core::anytrue([for p in local.patterns : core::regex_match("iam:PassRole", p)])
    other    = [for a in core::flatten([for s in local.statements : core::try(s.Action, []) if core::try(s.Effect, "") == "Allow"]) : "(?i)^${core::join(".*", core::split("*", a))}$" if core::try(core::regex_match(a, "^[A-Za-z0-9-]+:[A-Za-z0-9*]+$"), false)]
    runs     = local.passed ? [for action in ["cloudformation:CreateStack", "codebuild:CreateProject", "ec2:RunInstances", "ecs:RunTask", "glue:CreateDevEndpoint", "glue:CreateJob", "lambda:CreateFunction", "sagemaker:CreateNotebookInstance", "sagemaker:CreateTrainingJob", "states:CreateStateMachine"] : action if core::anytrue([for p in local.other : core::regex_match(action, p)])] : []
    ways     = core::concat(local.found, [for action in local.runs : "iam:PassRole with ${action}"])
  }

  enforce {
    condition     = core::length(local.ways) == 0
    error_message = "`policy` allows ${core::join(", ", core::slice(local.ways, 0, core::min(3, core::length(local.ways))))}${core::length(local.ways) > 3 ? " and ${core::length(local.ways) - 3} more" : ""} on any principal, must name the resources or add a condition"
  }
}

resource_policy "aws_iam_group_policy" "no-privilege-escalation" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    open = [
      for s in local.statements : s
      if core::try(s.Effect, "") == "Allow" && !core::can(s.Condition)
      && core::anytrue([for r in core::flatten([core::try(s.Resource, [])]) : core::try(core::regex_match(r, "^([*]|arn:[^:]*:iam::[^:]*:([*]|(role|user|policy|group)/[*]))$"), false)])
    ]
    patterns = [for a in core::flatten([for s in local.open : core::try(s.Action, [])]) : "(?i)^${core::join(".*", core::split("*", a))}$" if core::try(core::regex_match(a, "^[A-Za-z0-9-]+:[A-Za-z0-9*]+$"), false)]
    found    = [for action in ["iam:AddUserToGroup", "iam:AttachGroupPolicy", "iam:AttachRolePolicy", "iam:AttachUserPolicy", "iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:CreatePolicyVersion", "iam:PutGroupPolicy", "iam:PutRolePolicy", "iam:PutUserPolicy", "iam:SetDefaultPolicyVersion", "iam:UpdateAssumeRolePolicy", "iam:UpdateLoginProfile", "lambda:UpdateFunctionCode"] : action if core::anytrue([for p in local.patterns : core::regex_match(action, p)])]
    passed   = core::anytrue([for p in local.patterns : core::regex_match("iam:PassRole", p)])
    other    = [for a in core::flatten([for s in local.statements : core::try(s.Action, []) if core::try(s.Effect, "") == "Allow"]) : "(?i)^${core::join(".*", core::split("*", a))}$" if core::try(core::regex_match(a, "^[A-Za-z0-9-]+:[A-Za-z0-9*]+$"), false)]
    runs     = local.passed ? [for action in ["cloudformation:CreateStack", "codebuild:CreateProject", "ec2:RunInstances", "ecs:RunTask", "glue:CreateDevEndpoint", "glue:CreateJob", "lambda:CreateFunction", "sagemaker:CreateNotebookInstance", "sagemaker:CreateTrainingJob", "states:CreateStateMachine"] : action if core::anytrue([for p in local.other : core::regex_match(action, p)])] : []
    ways     = core::concat(local.found, [for action in local.runs : "iam:PassRole with ${action}"])
  }

  enforce {
    condition     = core::length(local.ways) == 0
    error_message = "`policy` allows ${core::join(", ", core::slice(local.ways, 0, core::min(3, core::length(local.ways))))}${core::length(local.ways) > 3 ? " and ${core::length(local.ways) - 3} more" : ""} on any principal, must name the resources or add a condition"
  }
}

resource_policy "aws_ssoadmin_permission_set_inline_policy" "no-privilege-escalation" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.inline_policy).Statement, [])])
    open = [
      for s in local.statements : s
      if core::try(s.Effect, "") == "Allow" && !core::can(s.Condition)
      && core::anytrue([for r in core::flatten([core::try(s.Resource, [])]) : core::try(core::regex_match(r, "^([*]|arn:[^:]*:iam::[^:]*:([*]|(role|user|policy|group)/[*]))$"), false)])
    ]
    patterns = [for a in core::flatten([for s in local.open : core::try(s.Action, [])]) : "(?i)^${core::join(".*", core::split("*", a))}$" if core::try(core::regex_match(a, "^[A-Za-z0-9-]+:[A-Za-z0-9*]+$"), false)]
    found    = [for action in ["iam:AddUserToGroup", "iam:AttachGroupPolicy", "iam:AttachRolePolicy", "iam:AttachUserPolicy", "iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:CreatePolicyVersion", "iam:PutGroupPolicy", "iam:PutRolePolicy", "iam:PutUserPolicy", "iam:SetDefaultPolicyVersion", "iam:UpdateAssumeRolePolicy", "iam:UpdateLoginProfile", "lambda:UpdateFunctionCode"] : action if core::anytrue([for p in local.patterns : core::regex_match(action, p)])]
    passed   = core::anytrue([for p in local.patterns : core::regex_match("iam:PassRole", p)])
    other    = [for a in core::flatten([for s in local.statements : core::try(s.Action, []) if core::try(s.Effect, "") == "Allow"]) : "(?i)^${core::join(".*", core::split("*", a))}$" if core::try(core::regex_match(a, "^[A-Za-z0-9-]+:[A-Za-z0-9*]+$"), false)]
    runs     = local.passed ? [for action in ["cloudformation:CreateStack", "codebuild:CreateProject", "ec2:RunInstances", "ecs:RunTask", "glue:CreateDevEndpoint", "glue:CreateJob", "lambda:CreateFunction", "sagemaker:CreateNotebookInstance", "sagemaker:CreateTrainingJob", "states:CreateStateMachine"] : action if core::anytrue([for p in local.other : core::regex_match(action, p)])] : []
    ways     = core::concat(local.found, [for action in local.runs : "iam:PassRole with ${action}"])
  }

  enforce {
    condition     = core::length(local.ways) == 0
    error_message = "`inline_policy` allows ${core::join(", ", core::slice(local.ways, 0, core::min(3, core::length(local.ways))))}${core::length(local.ways) > 3 ? " and ${core::length(local.ways) - 3} more" : ""} on any principal, must name the resources or add a condition"
  }
}

# Where it is not written the argument is computed, and not known before the apply: then
# there is nothing to judge here.
resource_policy "aws_iam_role" "no-privilege-escalation" {
  filter = core::valuetostring(core::try(attrs.inline_policy, null)) != "(unknown)"

  locals {
    statements = core::flatten([for p in core::try([for i in attrs.inline_policy : i], []) : core::try(core::jsondecode(p.policy).Statement, [])])
    open = [
      for s in local.statements : s
      if core::try(s.Effect, "") == "Allow" && !core::can(s.Condition)
      && core::anytrue([for r in core::flatten([core::try(s.Resource, [])]) : core::try(core::regex_match(r, "^([*]|arn:[^:]*:iam::[^:]*:([*]|(role|user|policy|group)/[*]))$"), false)])
    ]
    patterns = [for a in core::flatten([for s in local.open : core::try(s.Action, [])]) : "(?i)^${core::join(".*", core::split("*", a))}$" if core::try(core::regex_match(a, "^[A-Za-z0-9-]+:[A-Za-z0-9*]+$"), false)]
    found    = [for action in ["iam:AddUserToGroup", "iam:AttachGroupPolicy", "iam:AttachRolePolicy", "iam:AttachUserPolicy", "iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:CreatePolicyVersion", "iam:PutGroupPolicy", "iam:PutRolePolicy", "iam:PutUserPolicy", "iam:SetDefaultPolicyVersion", "iam:UpdateAssumeRolePolicy", "iam:UpdateLoginProfile", "lambda:UpdateFunctionCode"] : action if core::anytrue([for p in local.patterns : core::regex_match(action, p)])]
    passed   = core::anytrue([for p in local.patterns : core::regex_match("iam:PassRole", p)])
    other    = [for a in core::flatten([for s in local.statements : core::try(s.Action, []) if core::try(s.Effect, "") == "Allow"]) : "(?i)^${core::join(".*", core::split("*", a))}$" if core::try(core::regex_match(a, "^[A-Za-z0-9-]+:[A-Za-z0-9*]+$"), false)]
    runs     = local.passed ? [for action in ["cloudformation:CreateStack", "codebuild:CreateProject", "ec2:RunInstances", "ecs:RunTask", "glue:CreateDevEndpoint", "glue:CreateJob", "lambda:CreateFunction", "sagemaker:CreateNotebookInstance", "sagemaker:CreateTrainingJob", "states:CreateStateMachine"] : action if core::anytrue([for p in local.other : core::regex_match(action, p)])] : []
    ways     = core::concat(local.found, [for action in local.runs : "iam:PassRole with ${action}"])
  }

  enforce {
    condition     = core::length(local.ways) == 0
    error_message = "`inline_policy` allows ${core::join(", ", core::slice(local.ways, 0, core::min(3, core::length(local.ways))))}${core::length(local.ways) > 3 ? " and ${core::length(local.ways) - 3} more" : ""} on any principal, must name the resources or add a condition"
  }
}
