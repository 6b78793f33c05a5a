# title: Functions run in the private subnets
# why: Outside of the private subnets a function reaches the internet directly, past
#   inspection and flow logs.
# fix: Add a `vpc_config` block whose `subnet_ids` are all in the input `in-private-subnets-
#   ids`.
# severity: medium
# references: https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html
# tags: network

policy {}

input "in-private-subnets-ids" {
  type        = list(string)
  default     = []
  description = "Ids of the private subnets; while empty, the rule is skipped"
}

resource_policy "aws_lambda_function" "in-private-subnets" {
  filter = core::length(input.in-private-subnets-ids) > 0

  locals {
    subnets = core::try([for s in attrs.vpc_config[0].subnet_ids : s], [])
  }

  enforce {
    condition     = core::length(local.subnets) > 0
    error_message = "`vpc_config.subnet_ids` is empty, must be private subnets"
  }

  enforce {
    condition     = core::alltrue([for s in local.subnets : core::contains(input.in-private-subnets-ids, s)])
    error_message = "`vpc_config.subnet_ids` is ${core::join(", ", [for s in local.subnets : core::valuetostring(s)])}, must all be in the input `in-private-subnets-ids`"
  }
}
