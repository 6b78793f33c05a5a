# title: Queries of public zones are logged
# why: Without them nobody sees who looks up what, or that a record was used that should be
#   gone.
# fix: Add an aws_route53_query_log for the zone.
# severity: low
# references: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/query-logs.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/route53-controls.html
# aliases: CKV2_AWS_39
# tags: fsbp, logging

policy {}

resource_policy "aws_route53_zone" "query-logging" {
  filter = core::length(core::try([for v in attrs.vpc : v], [])) == 0

  enforce {
    condition = (
      core::length(core::getresources("aws_route53_query_log", { zone_id = core::try(attrs.zone_id, null) })) > 0
      || core::length(core::getresources("aws_route53_query_log", { zone_id = core::try(attrs.id, null) })) > 0
    )
    error_message = "no aws_route53_query_log for this zone"
  }
}
