# title: Default security groups are managed
# why: The default group that AWS makes lets its members talk to each other; only declaring
#   it closes it.
# fix: Add an aws_default_security_group with `vpc_id` of the VPC and no rules.
# severity: low
# references: https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
# tags: network

policy {}

resource_policy "aws_vpc" "default-security-group-managed" {
  enforce {
    condition     = core::length(core::getresources("aws_default_security_group", { vpc_id = core::try(attrs.id, "") })) > 0
    error_message = "no aws_default_security_group with `vpc_id` of this VPC"
  }
}
