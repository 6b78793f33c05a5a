policytest {
  targets = ["no-api-keys.policy.hcl"]
}

resource "aws_appsync_graphql_api" "role" {
  attrs = {
    authentication_type                = "AWS_IAM"
    additional_authentication_provider = []
  }
}

resource "aws_appsync_graphql_api" "key" {
  expect_failure = true
  attrs = {
    authentication_type                = "API_KEY"
    additional_authentication_provider = []
  }
}

resource "aws_appsync_graphql_api" "also_key" {
  expect_failure = true
  attrs = {
    authentication_type                = "AWS_IAM"
    additional_authentication_provider = [{ authentication_type = "API_KEY" }]
  }
}

resource "aws_appsync_graphql_api" "known_after_apply" {
  expect_unknown = true
  unknown        = ["authentication_type"]
  attrs = {
    additional_authentication_provider = []
  }
}
