policytest {
  targets = ["logging-enabled.policy.hcl"]
}

resource "aws_appsync_graphql_api" "right" {
  attrs = {
    log_config = [{ field_log_level = "ALL" }]
  }
}

resource "aws_appsync_graphql_api" "right_1" {
  attrs = {
    log_config = [{ field_log_level = "ERROR" }]
  }
}

resource "aws_appsync_graphql_api" "right_2" {
  attrs = {
    log_config = [{ field_log_level = "INFO" }]
  }
}

resource "aws_appsync_graphql_api" "right_3" {
  attrs = {
    log_config = [{ field_log_level = "DEBUG" }]
  }
}

resource "aws_appsync_graphql_api" "wrong" {
  expect_failure = true
  attrs = {
    log_config = [{ field_log_level = "NONE" }]
  }
}

resource "aws_appsync_graphql_api" "default" {
  expect_failure = true
  attrs = {
    log_config = [{ field_log_level = null }]
  }
}

resource "aws_appsync_graphql_api" "no_block" {
  expect_failure = true
  attrs = {
    log_config = []
  }
}

resource "aws_appsync_graphql_api" "known_after_apply" {
  expect_unknown = true
  unknown        = ["log_config.0.field_log_level"]
  attrs = {
    log_config = [{ field_log_level = null }]
  }
}
