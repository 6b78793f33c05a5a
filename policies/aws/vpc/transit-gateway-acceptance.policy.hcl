# title: Transit gateways accept attachments by hand
# why: Otherwise every account the gateway is shared with joins its network without anybody
#   noticing.
# fix: Leave out `auto_accept_shared_attachments` or set it to "disable".
# severity: high
# references: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-transit-gateways.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html
# aliases: CKV_AWS_331, FSBP EC2.23
# tags: fsbp, network

policy {}

resource_policy "aws_ec2_transit_gateway" "transit-gateway-acceptance" {
  enforce {
    condition     = core::try(attrs.auto_accept_shared_attachments, null) != "enable"
    error_message = "`auto_accept_shared_attachments` is enable, must be disable"
  }
}
