# title: Functions run in a VPC
# why: Outside of a VPC traffic of the function passes no security group and leaves no flow
#   log. Functions that call only AWS services may be waived.
# fix: Add a `vpc_config` block with `subnet_ids` and `security_group_ids`.
# severity: low
# references: https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/lambda-controls.html
# aliases: CKV_AWS_117
# tags: network

policy {}

resource_policy "aws_lambda_function" "in-vpc" {
  enforce {
    condition     = core::length(core::try([for s in attrs.vpc_config[0].subnet_ids : s], [])) > 0
    error_message = "`vpc_config` has no `subnet_ids`, must name subnets"
  }
}
