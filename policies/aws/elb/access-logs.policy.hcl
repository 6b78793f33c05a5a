# title: Load balancers log requests
# why: Without access logs nobody can say who called what, during an attack or after.
# fix: Add an `access_logs` block with a `bucket` and `enabled = true`.
# severity: medium
# references: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-access-logs.html
#   https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/access-log-collection.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html
# aliases: CKV_AWS_91, CKV_AWS_92
# tags: fsbp, logging

policy {}

resource_policy "aws_lb" "access-logs" {
  filter = (core::try(attrs.load_balancer_type, null) == null ? "application" : attrs.load_balancer_type) != "gateway"

  enforce {
    condition     = core::try(attrs.access_logs[0].enabled, null) == true
    error_message = "`access_logs.enabled` is ${core::try(attrs.access_logs[0].enabled, null) == null ? "not set" : "false"}, must be true"
  }
}

resource_policy "aws_alb" "access-logs" {
  filter = (core::try(attrs.load_balancer_type, null) == null ? "application" : attrs.load_balancer_type) != "gateway"

  enforce {
    condition     = core::try(attrs.access_logs[0].enabled, null) == true
    error_message = "`access_logs.enabled` is ${core::try(attrs.access_logs[0].enabled, null) == null ? "not set" : "false"}, must be true"
  }
}

resource_policy "aws_elb" "access-logs" {
  enforce {
    condition     = core::length(core::try([for logs in attrs.access_logs : logs], [])) > 0
    error_message = "`access_logs` is not set"
  }

  enforce {
    condition     = core::try(attrs.access_logs[0].enabled, null) != false
    error_message = "`access_logs.enabled` is false, must be true"
  }
}
