# title: Public zones are signed
# why: Without DNSSEC answers can be forged on their way.
# fix: Add an aws_route53_hosted_zone_dnssec for the zone, and its DS record at the
#   registrar.
# severity: low
# references: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec.html
# aliases: CKV2_AWS_38
# tags: network, encryption

policy {}

resource_policy "aws_route53_zone" "dnssec-signed" {
  filter = core::length(core::try([for v in attrs.vpc : v], [])) == 0

  enforce {
    condition = (
      core::anytrue([for d in core::getresources("aws_route53_hosted_zone_dnssec", { hosted_zone_id = core::try(attrs.zone_id, null) }) : core::try(d.signing_status, null) != "NOT_SIGNING"])
      || core::anytrue([for d in core::getresources("aws_route53_hosted_zone_dnssec", { hosted_zone_id = core::try(attrs.id, null) }) : core::try(d.signing_status, null) != "NOT_SIGNING"])
    )
    error_message = "no aws_route53_hosted_zone_dnssec for this zone"
  }
}
