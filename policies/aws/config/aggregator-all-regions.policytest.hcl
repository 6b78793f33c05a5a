policytest {
  targets = ["aggregator-all-regions.policy.hcl"]
}

resource "aws_config_configuration_aggregator" "accounts" {
  attrs = {
    account_aggregation_source      = [{ all_regions = true }]
    organization_aggregation_source = []
  }
}

resource "aws_config_configuration_aggregator" "organisation" {
  attrs = {
    account_aggregation_source      = []
    organization_aggregation_source = [{ all_regions = true }]
  }
}

resource "aws_config_configuration_aggregator" "some" {
  expect_failure = true
  attrs = {
    account_aggregation_source      = [{ all_regions = null, regions = ["eu-west-1"] }]
    organization_aggregation_source = []
  }
}

resource "aws_config_configuration_aggregator" "known_after_apply" {
  expect_unknown = true
  unknown        = ["organization_aggregation_source.0.all_regions"]
  attrs = {
    account_aggregation_source      = []
    organization_aggregation_source = [{}]
  }
}
