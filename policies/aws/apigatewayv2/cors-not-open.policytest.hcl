policytest {
  targets = ["cors-not-open.policy.hcl"]
}

resource "aws_apigatewayv2_api" "listed" {
  attrs = {
    cors_configuration = [{ allow_credentials = true, allow_origins = ["https://a.example"] }]
  }
}

resource "aws_apigatewayv2_api" "open" {
  expect_failure = true
  attrs = {
    cors_configuration = [{ allow_credentials = true, allow_origins = ["https://*"] }]
  }
}

resource "aws_apigatewayv2_api" "without_credentials" {
  attrs = {
    cors_configuration = [{ allow_credentials = null, allow_origins = ["*"] }]
  }
}

resource "aws_apigatewayv2_api" "no_cors" {
  attrs = {
    cors_configuration = []
  }
}

resource "aws_apigatewayv2_api" "known_after_apply" {
  expect_unknown = true
  unknown        = ["cors_configuration.0.allow_origins"]
  attrs = {
    cors_configuration = [{ allow_credentials = true, allow_origins = null }]
  }
}
