# title: Event buses accept events of named principals only
# why: Everybody could send events that your rules then act upon.
# fix: Name accounts in `Principal`, or limit the statement by aws:PrincipalOrgID.
# severity: high
# references: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/eventbridge-controls.html
# tags: iam, network

policy {}

resource_policy "aws_cloudwatch_event_bus_policy" "bus-policy-not-public" {
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

resource_policy "aws_cloudwatch_event_permission" "bus-policy-not-public" {
  enforce {
    condition     = core::try(attrs.principal, null) != "*" || core::length(core::try([for c in attrs.condition : c], [])) > 0
    error_message = "`principal` is *, must be an account, or limited by a `condition` on the organisation"
  }
}
