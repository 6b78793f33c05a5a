policytest {
  targets = ["behind-waf.policy.hcl"]
}

resource "aws_appsync_graphql_api" "behind_a" {
  attrs = {
    arn = "arn:aws:appsync:eu-west-1:123456789012:apis/a"
  }
}

resource "aws_wafv2_web_acl_association" "a" {
  attrs = {
    resource_arn = aws_appsync_graphql_api.behind_a.arn
  }
}

resource "aws_appsync_graphql_api" "behind_b" {
  attrs = {
    arn = "arn:aws:appsync:eu-west-1:123456789012:apis/b"
  }
}

resource "aws_wafv2_web_acl_association" "b" {
  attrs = {
    resource_arn = aws_appsync_graphql_api.behind_b.arn
  }
}

resource "aws_appsync_graphql_api" "open" {
  expect_failure = true
  attrs = {
    arn = "arn:aws:appsync:eu-west-1:123456789012:apis/c"
  }
}

resource "aws_appsync_graphql_api" "private" {
  attrs = {
    arn        = "arn:aws:appsync:eu-west-1:123456789012:apis/d"
    visibility = "PRIVATE"
  }
}

resource "aws_appsync_graphql_api" "known_after_apply" {
  expect_unknown = true
  unknown        = ["arn"]
  attrs = {
    name = "a"
  }
}
