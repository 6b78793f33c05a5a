# title: Bucket policies allow nobody without naming them
# why: A statement for every principal, without a condition on who or from where, gives the
#   objects to the whole internet.
# fix: Name accounts, roles or services in `Principal`, or limit the statement by
#   aws:PrincipalOrgID, aws:SourceVpce or the like.
# severity: critical
# references: https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status
#   https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html
# aliases: CKV_AWS_70
# tags: fsbp, network, iam

policy {}

resource_policy "aws_s3_bucket_policy" "policy-not-public" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    limits     = ["aws:calledvia", "aws:principalaccount", "aws:principalarn", "aws:principalorgid", "aws:principalorgpaths", "aws:sourceaccount", "aws:sourcearn", "aws:sourceip", "aws:sourceorgid", "aws:sourceorgpaths", "aws:sourcevpc", "aws:sourcevpce", "aws:userid", "aws:username", "aws:vpcsourceip", "s3:dataaccesspointaccount", "s3:dataaccesspointarn"]
    open = [
      for s in local.statements : core::try(s.Sid, "")
      if core::try(s.Effect, "") == "Allow"
      && (core::try(s.NotPrincipal, null) != null || core::contains(core::flatten([core::try(s.Principal.AWS, s.Principal, [])]), "*"))
      && !core::anytrue(core::flatten([
        for operator, keys in core::try(s.Condition, {}) : [
          for key, values in keys : core::contains(local.limits, core::lower(key))
        ] if !core::contains_substring(core::lower(operator), "not")
      ]))
    ]
  }

  enforce {
    condition     = core::length(local.open) == 0
    error_message = "`policy` allows everybody in ${core::length(local.open)} of ${core::length(local.statements)} statements, must name principals or limit them by a condition"
  }
}

# In newer provider versions the inline argument is computed, and not known before the
# apply where it is not written: then there is nothing to judge.
resource_policy "aws_s3_bucket" "policy-not-public" {
  filter = core::valuetostring(core::try(attrs.policy, null)) != "(unknown)"

  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    limits     = ["aws:calledvia", "aws:principalaccount", "aws:principalarn", "aws:principalorgid", "aws:principalorgpaths", "aws:sourceaccount", "aws:sourcearn", "aws:sourceip", "aws:sourceorgid", "aws:sourceorgpaths", "aws:sourcevpc", "aws:sourcevpce", "aws:userid", "aws:username", "aws:vpcsourceip", "s3:dataaccesspointaccount", "s3:dataaccesspointarn"]
    open = [
      for s in local.statements : core::try(s.Sid, "")
      if core::try(s.Effect, "") == "Allow"
      && (core::try(s.NotPrincipal, null) != null || core::contains(core::flatten([core::try(s.Principal.AWS, s.Principal, [])]), "*"))
      && !core::anytrue(core::flatten([
        for operator, keys in core::try(s.Condition, {}) : [
          for key, values in keys : core::contains(local.limits, core::lower(key))
        ] if !core::contains_substring(core::lower(operator), "not")
      ]))
    ]
  }

  enforce {
    condition     = core::length(local.open) == 0
    error_message = "`policy` allows everybody in ${core::length(local.open)} of ${core::length(local.statements)} statements, must name principals or limit them by a condition"
  }
}
