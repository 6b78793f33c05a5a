# title: Key policies allow nobody without naming them
# why: A key that everybody may use protects nothing.
# fix: Name accounts, roles or services in `Principal`, or limit the statement by
#   kms:CallerAccount, aws:PrincipalOrgID or the like.
# severity: critical
# references: https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html
# aliases: CKV_AWS_33
# tags: fsbp, iam, encryption

policy {}

# Where it is not written the argument is computed, and not known before the apply: then
# there is nothing to judge here.
resource_policy "aws_kms_key" "policy-not-public" {
  filter = core::valuetostring(core::try(attrs.policy, null)) != "(unknown)"

  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    limits     = ["aws:calledvia", "aws:principalaccount", "aws:principalarn", "aws:principalorgid", "aws:principalorgpaths", "aws:sourceaccount", "aws:sourcearn", "aws:sourceip", "aws:sourceorgid", "aws:sourceorgpaths", "aws:sourceowner", "aws:sourcevpc", "aws:sourcevpce", "aws:userid", "aws:username", "aws:vpcsourceip", "kms:calleraccount"]
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

# Where it is not written the argument is computed, and not known before the apply: then
# there is nothing to judge here.
resource_policy "aws_kms_external_key" "policy-not-public" {
  filter = core::valuetostring(core::try(attrs.policy, null)) != "(unknown)"

  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    limits     = ["aws:calledvia", "aws:principalaccount", "aws:principalarn", "aws:principalorgid", "aws:principalorgpaths", "aws:sourceaccount", "aws:sourcearn", "aws:sourceip", "aws:sourceorgid", "aws:sourceorgpaths", "aws:sourceowner", "aws:sourcevpc", "aws:sourcevpce", "aws:userid", "aws:username", "aws:vpcsourceip", "kms:calleraccount"]
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

# Where it is not written the argument is computed, and not known before the apply: then
# there is nothing to judge here.
resource_policy "aws_kms_replica_key" "policy-not-public" {
  filter = core::valuetostring(core::try(attrs.policy, null)) != "(unknown)"

  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    limits     = ["aws:calledvia", "aws:principalaccount", "aws:principalarn", "aws:principalorgid", "aws:principalorgpaths", "aws:sourceaccount", "aws:sourcearn", "aws:sourceip", "aws:sourceorgid", "aws:sourceorgpaths", "aws:sourceowner", "aws:sourcevpc", "aws:sourcevpce", "aws:userid", "aws:username", "aws:vpcsourceip", "kms:calleraccount"]
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

resource_policy "aws_kms_key_policy" "policy-not-public" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    limits     = ["aws:calledvia", "aws:principalaccount", "aws:principalarn", "aws:principalorgid", "aws:principalorgpaths", "aws:sourceaccount", "aws:sourcearn", "aws:sourceip", "aws:sourceorgid", "aws:sourceorgpaths", "aws:sourceowner", "aws:sourcevpc", "aws:sourcevpce", "aws:userid", "aws:username", "aws:vpcsourceip", "kms:calleraccount"]
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
