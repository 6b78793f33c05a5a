# title: Classic load balancers serve TLS only
# why: What is served over plain HTTP or TCP can be read and changed on the way.
# fix: Set `lb_protocol` to "https" or "ssl", with an `ssl_certificate_id`, in every
#   `listener`.
# severity: high
# references: https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-listener-config.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html
# aliases: CKV_AWS_376
# tags: fsbp, encryption, network

policy {}

resource_policy "aws_elb" "classic-listeners-encrypted" {
  enforce {
    condition = core::alltrue([
      for listener in core::try([for x in attrs.listener : x], []) :
      core::contains(["https", "ssl"], core::lower(listener.lb_protocol))
    ])
    error_message = "`listener.lb_protocol` must be https or ssl in every listener"
  }
}
