# title: Network ACLs do not open SSH and Remote Desktop to the whole internet
# why: The ACL is the second wall when a security group is too open; it should not let
#   everybody through to ports 22 and 3389.
# fix: Narrow `cidr_block`, or the ports, of the allowing rule; put rules for 80, 443 and
#   the ephemeral ports in its place.
# severity: medium
# references: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html
# aliases: CKV_AWS_231, CKV_AWS_232, FSBP EC2.21
# tags: cis, fsbp, network

policy {}

# Where no rule is written inline the argument is computed, and not known before the
# apply: then there is nothing to judge here, and rules of their own are judged by
# themselves.
resource_policy "aws_network_acl" "network-acl-admin-ports" {
  filter = core::valuetostring(core::try(attrs.ingress, null)) != "(unknown)"

  enforce {
    condition = core::alltrue([
      for rule in core::try([for x in attrs.ingress : x], []) :
      !(
        core::lower(core::try(rule.action, null) == null ? "" : rule.action) == "allow"
        && core::anytrue([for cidr in [core::try(rule.cidr_block, null), core::try(rule.ipv6_cidr_block, null)] : core::endswith(cidr == null ? "" : cidr, "/0")])
        && (core::anytrue([for v in ["-1", "all"] : v == core::try(rule.protocol, null)]) || core::anytrue([for v in ["tcp", "6"] : v == core::try(rule.protocol, null)]) && core::anytrue([for port in [22, 3389] : core::try(rule.from_port <= port && rule.to_port >= port, true)]))
      )
    ])
    error_message = "`ingress` allows the whole internet to ports 22 or 3389"
  }
}

resource_policy "aws_default_network_acl" "network-acl-admin-ports" {
  filter = core::valuetostring(core::try(attrs.ingress, null)) != "(unknown)"

  enforce {
    condition = core::alltrue([
      for rule in core::try([for x in attrs.ingress : x], []) :
      !(
        core::lower(core::try(rule.action, null) == null ? "" : rule.action) == "allow"
        && core::anytrue([for cidr in [core::try(rule.cidr_block, null), core::try(rule.ipv6_cidr_block, null)] : core::endswith(cidr == null ? "" : cidr, "/0")])
        && (core::anytrue([for v in ["-1", "all"] : v == core::try(rule.protocol, null)]) || core::anytrue([for v in ["tcp", "6"] : v == core::try(rule.protocol, null)]) && core::anytrue([for port in [22, 3389] : core::try(rule.from_port <= port && rule.to_port >= port, true)]))
      )
    ])
    error_message = "`ingress` allows the whole internet to ports 22 or 3389"
  }
}

resource_policy "aws_network_acl_rule" "network-acl-admin-ports" {
  filter = core::try(attrs.egress, null) != true

  enforce {
    condition = !(
      core::lower(core::try(attrs.rule_action, null) == null ? "" : attrs.rule_action) == "allow"
      && core::anytrue([for cidr in [core::try(attrs.cidr_block, null), core::try(attrs.ipv6_cidr_block, null)] : core::endswith(cidr == null ? "" : cidr, "/0")])
      && (core::anytrue([for v in ["-1", "all"] : v == core::try(attrs.protocol, null)]) || core::anytrue([for v in ["tcp", "6"] : v == core::try(attrs.protocol, null)]) && core::anytrue([for port in [22, 3389] : core::try(attrs.from_port <= port && attrs.to_port >= port, true)]))
    )
    error_message = "the rule allows the whole internet to ports 22 or 3389"
  }
}
