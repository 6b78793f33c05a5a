# title: Application load balancers drop invalid headers
# why: Headers that load balancer and server read differently are how requests are smuggled
#   past checks.
# fix: Set `drop_invalid_header_fields = true`.
# severity: medium
# references: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html
# aliases: CKV_AWS_131
# tags: fsbp, network

policy {}

resource_policy "aws_lb" "invalid-headers-dropped" {
  filter = (core::try(attrs.load_balancer_type, null) == null ? "application" : attrs.load_balancer_type) == "application"

  enforce {
    condition     = core::try(attrs.drop_invalid_header_fields, null) == true
    error_message = "`drop_invalid_header_fields` is ${core::try(attrs.drop_invalid_header_fields, null) == null ? "not set" : "false"}, must be true"
  }
}

resource_policy "aws_alb" "invalid-headers-dropped" {
  filter = (core::try(attrs.load_balancer_type, null) == null ? "application" : attrs.load_balancer_type) == "application"

  enforce {
    condition     = core::try(attrs.drop_invalid_header_fields, null) == true
    error_message = "`drop_invalid_header_fields` is ${core::try(attrs.drop_invalid_header_fields, null) == null ? "not set" : "false"}, must be true"
  }
}
