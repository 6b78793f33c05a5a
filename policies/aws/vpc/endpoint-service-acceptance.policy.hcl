# title: Endpoint services accept connections by hand
# why: Otherwise every principal that is allowed, or every account if all are, connects
#   without anybody noticing.
# fix: Set `acceptance_required = true`.
# severity: medium
# references: https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html
# aliases: CKV_AWS_123
# tags: network

policy {}

resource_policy "aws_vpc_endpoint_service" "endpoint-service-acceptance" {
  enforce {
    condition     = core::try(attrs.acceptance_required, null) == true
    error_message = "`acceptance_required` is ${core::try(attrs.acceptance_required, null) == null ? "not set" : "false"}, must be true"
  }
}
