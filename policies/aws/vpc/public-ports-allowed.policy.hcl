# title: Only chosen ports are open to the whole internet
# why: What is open to everybody should be decided once, not rule by rule.
# fix: Name networks or groups, or add the port to the input `public-ports-allowed`.
# severity: medium
# references: https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html
# aliases: FSBP EC2.18
# tags: fsbp, network

policy {}

input "public-ports-allowed" {
  type        = list(number)
  default     = [80, 443]
  description = "Ports that may be open to the whole internet"
}

# Where no rule is written inline the argument is computed, and not known before the
# apply: then there is nothing to judge here, and rules of their own are judged by
# themselves.
resource_policy "aws_security_group" "public-ports-allowed" {
  filter = core::valuetostring(core::try(attrs.ingress, null)) != "(unknown)"

  enforce {
    condition = core::alltrue([
      for rule in core::try([for x in attrs.ingress : x], []) :
      !(
        core::anytrue([for cidr in core::concat(core::try([for c in rule.cidr_blocks : c], []), core::try([for c in rule.ipv6_cidr_blocks : c], [])) : core::endswith(cidr, "/0")])
        && (core::anytrue([for v in ["-1", "all"] : v == core::try(rule.protocol, null)]) || core::anytrue([for v in ["tcp", "6", "udp", "17"] : v == core::try(rule.protocol, null)]) && core::try(rule.from_port != rule.to_port || !core::contains(input.public-ports-allowed, rule.from_port), true))
      )
    ])
    error_message = "`ingress` from the whole internet reaches more than the ports in `public-ports-allowed`"
  }
}

resource_policy "aws_security_group_rule" "public-ports-allowed" {
  filter = core::try(attrs.type, null) == "ingress"

  enforce {
    condition = !(
      core::anytrue([for cidr in core::concat(core::try([for c in attrs.cidr_blocks : c], []), core::try([for c in attrs.ipv6_cidr_blocks : c], [])) : core::endswith(cidr, "/0")])
      && (core::anytrue([for v in ["-1", "all"] : v == core::try(attrs.protocol, null)]) || core::anytrue([for v in ["tcp", "6", "udp", "17"] : v == core::try(attrs.protocol, null)]) && core::try(attrs.from_port != attrs.to_port || !core::contains(input.public-ports-allowed, attrs.from_port), true))
    )
    error_message = "ingress from the whole internet reaches more than the ports in `public-ports-allowed`"
  }
}

resource_policy "aws_vpc_security_group_ingress_rule" "public-ports-allowed" {
  locals {
    cidrs = [for cidr in [core::try(attrs.cidr_ipv4, null), core::try(attrs.cidr_ipv6, null)] : cidr == null ? "" : cidr]
  }

  enforce {
    condition = !(
      core::anytrue([for cidr in local.cidrs : core::endswith(cidr, "/0")])
      && (core::anytrue([for v in ["-1", "all"] : v == core::try(attrs.ip_protocol, null)]) || core::anytrue([for v in ["tcp", "6", "udp", "17"] : v == core::try(attrs.ip_protocol, null)]) && core::try(attrs.from_port != attrs.to_port || !core::contains(input.public-ports-allowed, attrs.from_port), true))
    )
    error_message = "ingress from the whole internet reaches more than the ports in `public-ports-allowed`"
  }
}
