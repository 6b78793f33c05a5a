# title: Roles for GitHub Actions name the repositories
# why: Without a condition on the subject, a workflow of any repository on GitHub can assume
#   the role.
# fix: Add a condition on token.actions.githubusercontent.com:sub to `assume_role_policy`,
#   with values such as repo:ORGANISATION/REPOSITORY:ref:refs/heads/main.
# severity: high
# references: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html#idp_oidc_Create_GitHub
# aliases: CKV_AWS_393, CKV_AWS_358
# tags: iam

policy {}

resource_policy "aws_iam_role" "github-trust-limited" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.assume_role_policy).Statement, [])])
    github = [
      for s in local.statements : s
      if core::try(s.Effect, "") == "Allow"
      && core::anytrue([for p in core::flatten([core::try(s.Principal.Federated, [])]) : core::try(core::endswith(p, "token.actions.githubusercontent.com"), false)])
    ]
    subjects = [
      for s in local.github : core::flatten([
        for operator, keys in core::try(s.Condition, {}) : [
          for key, values in keys : values
          if core::regex_match(core::lower(key), "^token[.]actions[.]githubusercontent[.]com:(sub|repository|repository_id|repository_owner|repository_owner_id|job_workflow_ref|enterprise)$")
        ] if !core::regex_match(core::lower(operator), "not|ifexists|forallvalues|null")
      ])
    ]
  }

  enforce {
    condition = core::alltrue([
      for values in local.subjects : core::length(values) > 0 && !core::anytrue([for v in values : core::try(core::regex_match(v, "^([^:]*|[a-z_]+:[^/:]*)[*?]"), true)])
    ])
    error_message = "`assume_role_policy` lets workflows of any organisation on GitHub assume the role, must limit token.actions.githubusercontent.com:sub to repositories"
  }
}
