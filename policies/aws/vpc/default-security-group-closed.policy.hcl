# title: Default security groups allow nothing
# why: Whatever is started without a group gets the default one; if it allows something, so
#   does everything that was forgotten.
# fix: Declare aws_default_security_group for the VPC without `ingress` and `egress`.
# severity: high
# references: https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html
# aliases: CKV2_AWS_12, FSBP EC2.2
# tags: cis, fsbp, network

policy {}

# Without rules in the configuration the argument is computed, and not known before the
# apply; the provider then removes all rules.
resource_policy "aws_default_security_group" "default-security-group-closed-ingress" {
  filter = core::valuetostring(core::try(attrs.ingress, null)) != "(unknown)"

  enforce {
    condition     = core::length(core::try([for rule in attrs.ingress : rule], [])) == 0
    error_message = "`ingress` has rules, must have none"
  }
}

resource_policy "aws_default_security_group" "default-security-group-closed-egress" {
  filter = core::valuetostring(core::try(attrs.egress, null)) != "(unknown)"

  enforce {
    condition     = core::length(core::try([for rule in attrs.egress : rule], [])) == 0
    error_message = "`egress` has rules, must have none"
  }
}
