# title: Load balancers defend against request smuggling
# why: In monitor mode ambiguous requests are passed on, and the server may see another
#   request than the load balancer checked.
# fix: Leave out `desync_mitigation_mode` or set it to "defensive" or "strictest".
# severity: medium
# references: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html
#   https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/config-desync-mitigation-mode.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html
# aliases: CKV_AWS_328
# tags: fsbp, network

policy {}

resource_policy "aws_lb" "desync-mitigation" {
  filter = (core::try(attrs.load_balancer_type, null) == null ? "application" : attrs.load_balancer_type) == "application"

  enforce {
    condition     = core::try(attrs.desync_mitigation_mode, null) != "monitor"
    error_message = "`desync_mitigation_mode` is monitor, must be defensive or strictest"
  }
}

resource_policy "aws_alb" "desync-mitigation" {
  filter = (core::try(attrs.load_balancer_type, null) == null ? "application" : attrs.load_balancer_type) == "application"

  enforce {
    condition     = core::try(attrs.desync_mitigation_mode, null) != "monitor"
    error_message = "`desync_mitigation_mode` is monitor, must be defensive or strictest"
  }
}

resource_policy "aws_elb" "desync-mitigation" {
  enforce {
    condition     = core::try(attrs.desync_mitigation_mode, null) != "monitor"
    error_message = "`desync_mitigation_mode` is monitor, must be defensive or strictest"
  }
}
