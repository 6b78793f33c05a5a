# title: HTTP listeners redirect to HTTPS
# why: What is served over plain HTTP can be read and changed on the way, session cookies
#   included.
# fix: Give the listener a `default_action` of type "redirect" with `redirect { protocol =
#   "HTTPS", port = "443", status_code = "HTTP_301" }`, or set its `protocol` to "HTTPS".
# severity: high
# references: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html
# aliases: CKV_AWS_2, CKV2_AWS_20, FSBP ELB.1
# tags: fsbp, encryption, network

policy {}

resource_policy "aws_lb_listener" "http-redirected" {
  filter = core::try(attrs.protocol, null) == "HTTP"

  enforce {
    condition = core::anytrue([
      for action in core::try([for x in attrs.default_action : x], []) :
      core::try(action.type, null) == "redirect" && core::try(action.redirect[0].protocol, null) == "HTTPS"
    ])
    error_message = "`protocol` is HTTP and `default_action` does not redirect to HTTPS"
  }
}

resource_policy "aws_alb_listener" "http-redirected" {
  filter = core::try(attrs.protocol, null) == "HTTP"

  enforce {
    condition = core::anytrue([
      for action in core::try([for x in attrs.default_action : x], []) :
      core::try(action.type, null) == "redirect" && core::try(action.redirect[0].protocol, null) == "HTTPS"
    ])
    error_message = "`protocol` is HTTP and `default_action` does not redirect to HTTPS"
  }
}
