# title: Aggregators collect from every region
# why: What is set up in a region outside of the list stays unseen.
# fix: Set `all_regions = true` in `account_aggregation_source` or
#   `organization_aggregation_source`.
# severity: low
# references: https://docs.aws.amazon.com/config/latest/developerguide/aggregate-data.html
# aliases: CKV_AWS_121
# tags: logging

policy {}

resource_policy "aws_config_configuration_aggregator" "aggregator-all-regions" {
  enforce {
    condition     = core::try(attrs.account_aggregation_source[0].all_regions, null) == true || core::try(attrs.organization_aggregation_source[0].all_regions, null) == true
    error_message = "`all_regions` is not true, must be true"
  }
}
