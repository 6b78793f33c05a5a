# title: Repository policies allow nobody without naming them
# why: Everybody could pull images with all they hold, or push others.
# fix: Name accounts or roles in `Principal`, or limit the statement by aws:PrincipalOrgID
#   or the like.
# severity: critical
# references: https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html
# aliases: CKV_AWS_32
# tags: iam, network

policy {}

resource_policy "aws_ecr_repository_policy" "policy-not-public" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
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
    error_message = "`policy` allows everybody in ${core::length(local.open)} of ${core::length(local.statements)} statements, must name principals or limit them by a condition"
  }
}

resource_policy "aws_ecr_registry_policy" "policy-not-public" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
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
    error_message = "`policy` allows everybody in ${core::length(local.open)} of ${core::length(local.statements)} statements, must name principals or limit them by a condition"
  }
}
