# title: AdministratorAccess is not attached
# why: Whoever gets hold of such a principal owns the account.
# fix: Attach a policy that names the actions and resources that are needed.
# severity: high
# references: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_job-functions.html
#   https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege
# aliases: CKV_AWS_274
# tags: iam

policy {}

# An ARN that is not known before the apply is that of a policy that the plan makes;
# that is judged by itself.
resource_policy "aws_iam_policy_attachment" "no-administrator-access" {
  filter = core::valuetostring(core::try(attrs.policy_arn, null)) != "(unknown)"

  enforce {
    condition     = !core::regex_match(core::try(attrs.policy_arn, null) == null ? "" : core::try(attrs.policy_arn, null), "^arn:[^:]*:iam::aws:policy/AdministratorAccess$")
    error_message = "`policy_arn` is AdministratorAccess, must be a policy that names what is needed"
  }
}

# An ARN that is not known before the apply is that of a policy that the plan makes;
# that is judged by itself.
resource_policy "aws_iam_role_policy_attachment" "no-administrator-access" {
  filter = core::valuetostring(core::try(attrs.policy_arn, null)) != "(unknown)"

  enforce {
    condition     = !core::regex_match(core::try(attrs.policy_arn, null) == null ? "" : core::try(attrs.policy_arn, null), "^arn:[^:]*:iam::aws:policy/AdministratorAccess$")
    error_message = "`policy_arn` is AdministratorAccess, must be a policy that names what is needed"
  }
}

# An ARN that is not known before the apply is that of a policy that the plan makes;
# that is judged by itself.
resource_policy "aws_iam_user_policy_attachment" "no-administrator-access" {
  filter = core::valuetostring(core::try(attrs.policy_arn, null)) != "(unknown)"

  enforce {
    condition     = !core::regex_match(core::try(attrs.policy_arn, null) == null ? "" : core::try(attrs.policy_arn, null), "^arn:[^:]*:iam::aws:policy/AdministratorAccess$")
    error_message = "`policy_arn` is AdministratorAccess, must be a policy that names what is needed"
  }
}

# An ARN that is not known before the apply is that of a policy that the plan makes;
# that is judged by itself.
resource_policy "aws_iam_group_policy_attachment" "no-administrator-access" {
  filter = core::valuetostring(core::try(attrs.policy_arn, null)) != "(unknown)"

  enforce {
    condition     = !core::regex_match(core::try(attrs.policy_arn, null) == null ? "" : core::try(attrs.policy_arn, null), "^arn:[^:]*:iam::aws:policy/AdministratorAccess$")
    error_message = "`policy_arn` is AdministratorAccess, must be a policy that names what is needed"
  }
}

# An ARN that is not known before the apply is that of a policy that the plan makes;
# that is judged by itself.
resource_policy "aws_ssoadmin_managed_policy_attachment" "no-administrator-access" {
  filter = core::valuetostring(core::try(attrs.managed_policy_arn, null)) != "(unknown)"

  enforce {
    condition     = !core::regex_match(core::try(attrs.managed_policy_arn, null) == null ? "" : core::try(attrs.managed_policy_arn, null), "^arn:[^:]*:iam::aws:policy/AdministratorAccess$")
    error_message = "`managed_policy_arn` is AdministratorAccess, must be a policy that names what is needed"
  }
}

# Where it is not written the argument is computed, and not known before the apply: then
# there is nothing to judge here.
resource_policy "aws_iam_role" "no-administrator-access" {
  filter = core::valuetostring(core::try(attrs.managed_policy_arns, null)) != "(unknown)"

  enforce {
    condition     = !core::anytrue([for arn in core::try([for x in attrs.managed_policy_arns : x], []) : core::regex_match(arn, "^arn:[^:]*:iam::aws:policy/AdministratorAccess$")])
    error_message = "`managed_policy_arns` holds AdministratorAccess, must be policies that name what is needed"
  }
}
