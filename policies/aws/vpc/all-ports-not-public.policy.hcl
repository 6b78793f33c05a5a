# title: Security groups do not open all ports to the whole internet
# why: Every service on the machine, wanted or forgotten, can be attacked.
# fix: Open the ports that are served, to the networks that use them.
# severity: critical
# references: https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html
# aliases: CKV_AWS_277
# tags: network

policy {}

# Where no rule is written inline the argument is computed, and not known before the
# apply: then there is nothing to judge here, and rules of their own are judged by
# themselves.
resource_policy "aws_security_group" "all-ports-not-public" {
  filter = core::valuetostring(core::try(attrs.ingress, null)) != "(unknown)"

  enforce {
    condition = core::alltrue([
      for rule in core::try([for x in attrs.ingress : x], []) :
      !(
        core::anytrue([for cidr in core::concat(core::try([for c in rule.cidr_blocks : c], []), core::try([for c in rule.ipv6_cidr_blocks : c], [])) : core::endswith(cidr, "/0")])
        && (core::anytrue([for v in ["-1", "all"] : v == core::try(rule.protocol, null)]) || core::anytrue([for v in ["tcp", "6", "udp", "17"] : v == core::try(rule.protocol, null)]) && core::try(rule.from_port <= 1 && rule.to_port >= 65535, true))
      )
    ])
    error_message = "`ingress` from the whole internet reaches all ports, must name ports and networks"
  }
}

resource_policy "aws_security_group_rule" "all-ports-not-public" {
  filter = core::try(attrs.type, null) == "ingress"

  enforce {
    condition = !(
      core::anytrue([for cidr in core::concat(core::try([for c in attrs.cidr_blocks : c], []), core::try([for c in attrs.ipv6_cidr_blocks : c], [])) : core::endswith(cidr, "/0")])
      && (core::anytrue([for v in ["-1", "all"] : v == core::try(attrs.protocol, null)]) || core::anytrue([for v in ["tcp", "6", "udp", "17"] : v == core::try(attrs.protocol, null)]) && core::try(attrs.from_port <= 1 && attrs.to_port >= 65535, true))
    )
    error_message = "ingress from the whole internet reaches all ports, must name ports and networks"
  }
}

resource_policy "aws_vpc_security_group_ingress_rule" "all-ports-not-public" {
  locals {
    cidrs = [for cidr in [core::try(attrs.cidr_ipv4, null), core::try(attrs.cidr_ipv6, null)] : cidr == null ? "" : cidr]
  }

  enforce {
    condition = !(
      core::anytrue([for cidr in local.cidrs : core::endswith(cidr, "/0")])
      && (core::anytrue([for v in ["-1", "all"] : v == core::try(attrs.ip_protocol, null)]) || core::anytrue([for v in ["tcp", "6", "udp", "17"] : v == core::try(attrs.ip_protocol, null)]) && core::try(attrs.from_port <= 1 && attrs.to_port >= 65535, true))
    )
    error_message = "ingress from the whole internet reaches all ports, must name ports and networks"
  }
}
