# title: Trust in a whole account is limited by a condition
# why: A trusted account may let any of its principals assume the role; without an external
#   id or the like, a service that acts for many customers can be talked into using it
#   for another.
# fix: Name roles in `Principal` of `assume_role_policy`, or add a condition on
#   sts:ExternalId, aws:PrincipalArn, aws:PrincipalOrgID, aws:PrincipalTag or
#   aws:MultiFactorAuthPresent.
# severity: low
# references: https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
# tags: iam

policy {}

resource_policy "aws_iam_role" "account-trust-conditioned" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.assume_role_policy).Statement, [])])
    whole = [
      for s in local.statements : core::try(s.Sid, "")
      if core::try(s.Effect, "") == "Allow"
      && core::anytrue([for p in core::flatten([core::try(s.Principal.AWS, [])]) : core::try(core::regex_match(p, "^([0-9]{12}|arn:[^:]*:iam::[0-9]{12}:root)$"), false)])
      && core::length(core::try(core::keys(s.Condition), [])) == 0
    ]
  }

  enforce {
    condition     = core::length(local.whole) == 0
    error_message = "`assume_role_policy` trusts a whole account without a condition, must name roles or add a `Condition`"
  }
}
