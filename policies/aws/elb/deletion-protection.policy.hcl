# title: Load balancers are protected from deletion
# why: Deleting a load balancer takes everything behind it offline, and its name in DNS does
#   not come back.
# fix: Set `enable_deletion_protection = true`.
# severity: medium
# references: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html
# aliases: CKV_AWS_150
# tags: fsbp, resilience

policy {}

resource_policy "aws_lb" "deletion-protection" {
  enforce {
    condition     = core::try(attrs.enable_deletion_protection, null) == true
    error_message = "`enable_deletion_protection` is ${core::try(attrs.enable_deletion_protection, null) == null ? "not set" : "false"}, must be true"
  }
}

resource_policy "aws_alb" "deletion-protection" {
  enforce {
    condition     = core::try(attrs.enable_deletion_protection, null) == true
    error_message = "`enable_deletion_protection` is ${core::try(attrs.enable_deletion_protection, null) == null ? "not set" : "false"}, must be true"
  }
}
