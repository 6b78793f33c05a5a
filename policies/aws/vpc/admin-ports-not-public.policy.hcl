# title: Administration ports are not open to the whole internet
# why: File sharing, remote shells and cluster administration are made for trusted networks;
#   worms look for them.
# fix: Allow named networks only.
# severity: critical
# references: https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html
# tags: network

policy {}

input "admin-ports-not-public" {
  type        = list(number)
  default     = [20, 21, 23, 135, 137, 138, 139, 445, 873, 2049, 2375, 2376, 5601, 5900, 5985, 5986, 6443, 10250]
  description = "Ports of administration and file sharing that must not be open to the whole internet"
}

# Where no rule is written inline the argument is computed, and not known before the
# apply: then there is nothing to judge here, and rules of their own are judged by
# themselves.
resource_policy "aws_security_group" "admin-ports-not-public" {
  filter = core::valuetostring(core::try(attrs.ingress, null)) != "(unknown)"

  enforce {
    condition = core::alltrue([
      for rule in core::try([for x in attrs.ingress : x], []) :
      !(
        core::anytrue([for cidr in core::concat(core::try([for c in rule.cidr_blocks : c], []), core::try([for c in rule.ipv6_cidr_blocks : c], [])) : core::endswith(cidr, "/0")])
        && (core::anytrue([for v in ["-1", "all"] : v == core::try(rule.protocol, null)]) || core::anytrue([for v in ["tcp", "6", "udp", "17"] : v == core::try(rule.protocol, null)]) && core::anytrue([for port in input.admin-ports-not-public : core::try(rule.from_port <= port && rule.to_port >= port, true)]))
      )
    ])
    error_message = "`ingress` from the whole internet reaches an administration port, must name networks"
  }
}

resource_policy "aws_security_group_rule" "admin-ports-not-public" {
  filter = core::try(attrs.type, null) == "ingress"

  enforce {
    condition = !(
      core::anytrue([for cidr in core::concat(core::try([for c in attrs.cidr_blocks : c], []), core::try([for c in attrs.ipv6_cidr_blocks : c], [])) : core::endswith(cidr, "/0")])
      && (core::anytrue([for v in ["-1", "all"] : v == core::try(attrs.protocol, null)]) || core::anytrue([for v in ["tcp", "6", "udp", "17"] : v == core::try(attrs.protocol, null)]) && core::anytrue([for port in input.admin-ports-not-public : core::try(attrs.from_port <= port && attrs.to_port >= port, true)]))
    )
    error_message = "ingress from the whole internet reaches an administration port, must name networks"
  }
}

resource_policy "aws_vpc_security_group_ingress_rule" "admin-ports-not-public" {
  locals {
    cidrs = [for cidr in [core::try(attrs.cidr_ipv4, null), core::try(attrs.cidr_ipv6, null)] : cidr == null ? "" : cidr]
  }

  enforce {
    condition = !(
      core::anytrue([for cidr in local.cidrs : core::endswith(cidr, "/0")])
      && (core::anytrue([for v in ["-1", "all"] : v == core::try(attrs.ip_protocol, null)]) || core::anytrue([for v in ["tcp", "6", "udp", "17"] : v == core::try(attrs.ip_protocol, null)]) && core::anytrue([for port in input.admin-ports-not-public : core::try(attrs.from_port <= port && attrs.to_port >= port, true)]))
    )
    error_message = "ingress from the whole internet reaches an administration port, must name networks"
  }
}
