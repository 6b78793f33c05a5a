# title: Networks have flow logs
# why: Without flow logs nobody can say who talked to whom, during an attack or after.
# fix: Add an aws_flow_log with `vpc_id` of the VPC and `traffic_type` "ALL" or "REJECT".
# severity: medium
# references: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html
# aliases: CKV2_AWS_11, FSBP EC2.6
# tags: cis, fsbp, logging, network

policy {}

resource_policy "aws_vpc" "flow-logs-enabled" {
  enforce {
    condition     = core::length(core::getresources("aws_flow_log", { vpc_id = core::try(attrs.id, "") })) > 0
    error_message = "no aws_flow_log with `vpc_id` of this VPC"
  }
}
