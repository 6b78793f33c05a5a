# title: Public application load balancers are behind a firewall
# why: A web application firewall stops known attacks and floods before they reach the
#   application.
# fix: Add an aws_wafv2_web_acl_association with `resource_arn` of the load balancer.
# severity: low
# references: https://docs.aws.amazon.com/waf/latest/developerguide/waf-chapter.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html
# aliases: CKV2_AWS_28
# tags: fsbp, network

policy {}

resource_policy "aws_lb" "waf-attached" {
  filter = (core::try(attrs.load_balancer_type, null) == null ? "application" : attrs.load_balancer_type) == "application" && core::try(attrs.internal, null) != true

  enforce {
    condition     = core::length(core::getresources("aws_wafv2_web_acl_association", { resource_arn = core::try(attrs.arn, "") })) > 0
    error_message = "no aws_wafv2_web_acl_association with `resource_arn` of this load balancer"
  }
}

resource_policy "aws_alb" "waf-attached" {
  filter = (core::try(attrs.load_balancer_type, null) == null ? "application" : attrs.load_balancer_type) == "application" && core::try(attrs.internal, null) != true

  enforce {
    condition     = core::length(core::getresources("aws_wafv2_web_acl_association", { resource_arn = core::try(attrs.arn, "") })) > 0
    error_message = "no aws_wafv2_web_acl_association with `resource_arn` of this load balancer"
  }
}
