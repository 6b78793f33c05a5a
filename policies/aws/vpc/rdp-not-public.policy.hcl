# title: Remote Desktop is not open to the whole internet
# why: Port 3389 is under constant attack by guessed passwords and by exploits of the
#   service itself.
# fix: Allow named networks only (`cidr_blocks`), or use Fleet Manager and no port at all.
# severity: critical
# references: https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html
# aliases: CKV_AWS_25, FSBP EC2.14
# tags: cis, fsbp, network

policy {}

# Where no rule is written inline the argument is computed, and not known before the
# apply: then there is nothing to judge here, and rules of their own are judged by
# themselves.
resource_policy "aws_security_group" "rdp-not-public" {
  filter = core::valuetostring(core::try(attrs.ingress, null)) != "(unknown)"

  enforce {
    condition = core::alltrue([
      for rule in core::try([for x in attrs.ingress : x], []) :
      !(
        core::anytrue([for cidr in core::concat(core::try([for c in rule.cidr_blocks : c], []), core::try([for c in rule.ipv6_cidr_blocks : c], [])) : core::endswith(cidr, "/0")])
        && (core::anytrue([for v in ["-1", "all"] : v == core::try(rule.protocol, null)]) || core::anytrue([for v in ["tcp", "6", "udp", "17"] : v == core::try(rule.protocol, null)]) && core::try(rule.from_port <= 3389 && rule.to_port >= 3389, true))
      )
    ])
    error_message = "`ingress` from the whole internet reaches port 3389 (RDP), must name networks"
  }
}

resource_policy "aws_security_group_rule" "rdp-not-public" {
  filter = core::try(attrs.type, null) == "ingress"

  enforce {
    condition = !(
      core::anytrue([for cidr in core::concat(core::try([for c in attrs.cidr_blocks : c], []), core::try([for c in attrs.ipv6_cidr_blocks : c], [])) : core::endswith(cidr, "/0")])
      && (core::anytrue([for v in ["-1", "all"] : v == core::try(attrs.protocol, null)]) || core::anytrue([for v in ["tcp", "6", "udp", "17"] : v == core::try(attrs.protocol, null)]) && core::try(attrs.from_port <= 3389 && attrs.to_port >= 3389, true))
    )
    error_message = "ingress from the whole internet reaches port 3389 (RDP), must name networks"
  }
}

resource_policy "aws_vpc_security_group_ingress_rule" "rdp-not-public" {
  locals {
    cidrs = [for cidr in [core::try(attrs.cidr_ipv4, null), core::try(attrs.cidr_ipv6, null)] : cidr == null ? "" : cidr]
  }

  enforce {
    condition = !(
      core::anytrue([for cidr in local.cidrs : core::endswith(cidr, "/0")])
      && (core::anytrue([for v in ["-1", "all"] : v == core::try(attrs.ip_protocol, null)]) || core::anytrue([for v in ["tcp", "6", "udp", "17"] : v == core::try(attrs.ip_protocol, null)]) && core::try(attrs.from_port <= 3389 && attrs.to_port >= 3389, true))
    )
    error_message = "ingress from the whole internet reaches port 3389 (RDP), must name networks"
  }
}
