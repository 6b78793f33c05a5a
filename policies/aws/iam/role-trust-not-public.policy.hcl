# title: Roles say who may assume them
# why: A role that trusts everybody is a login for every AWS account in the world.
# fix: Name accounts, roles or services in `Principal` of `assume_role_policy`, or limit it
#   by a condition such as aws:PrincipalOrgID.
# severity: critical
# references: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
# aliases: CKV_AWS_60
# tags: iam, network

policy {}

resource_policy "aws_iam_role" "role-trust-not-public" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.assume_role_policy).Statement, [])])
    limits     = ["aws:calledvia", "aws:principalaccount", "aws:principalarn", "aws:principalorgid", "aws:principalorgpaths", "aws:sourceaccount", "aws:sourcearn", "aws:sourceip", "aws:sourceorgid", "aws:sourceorgpaths", "aws:sourceowner", "aws:sourcevpc", "aws:sourcevpce", "aws:userid", "aws:username", "aws:vpcsourceip"]
    open = [
      for s in local.statements : core::try(s.Sid, "")
      if core::try(s.Effect, "") == "Allow"
      && (core::can(s.NotPrincipal) || core::contains(core::flatten([core::try(s.Principal.AWS, s.Principal, [])]), "*"))
      && !core::anytrue(core::flatten([
        for operator, keys in core::try(s.Condition, {}) : [
          for key, values in keys : core::contains(local.limits, core::lower(key)) && !core::contains(core::flatten([values]), "*")
        ] if !core::regex_match(core::lower(operator), "not|ifexists|forallvalues|null")
      ]))
    ]
  }

  enforce {
    condition     = core::length(local.open) == 0
    error_message = "`assume_role_policy` allows everybody in ${core::length(local.open)} of ${core::length(local.statements)} statements, must name principals or limit them by a condition"
  }
}
