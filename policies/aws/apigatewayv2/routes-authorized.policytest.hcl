policytest {
  targets = ["routes-authorized.policy.hcl"]
}

resource "aws_apigatewayv2_route" "authorized_0" {
  attrs = {
    route_key          = "GET /a"
    authorization_type = "AWS_IAM"
  }
}

resource "aws_apigatewayv2_route" "authorized_1" {
  attrs = {
    route_key          = "GET /a"
    authorization_type = "JWT"
  }
}

resource "aws_apigatewayv2_route" "authorized_2" {
  attrs = {
    route_key          = "GET /a"
    authorization_type = "CUSTOM"
  }
}

resource "aws_apigatewayv2_route" "open" {
  expect_failure = true
  attrs = {
    api_key_required   = null
    route_key          = "GET /a"
    authorization_type = "NONE"
  }
}

resource "aws_apigatewayv2_route" "default" {
  expect_failure = true
  attrs = {
    api_key_required   = null
    route_key          = "$default"
    authorization_type = null
  }
}

resource "aws_apigatewayv2_route" "preflight" {
  attrs = {
    api_key_required   = null
    route_key          = "OPTIONS /{proxy+}"
    authorization_type = "NONE"
  }
}

resource "aws_apigatewayv2_route" "disconnect" {
  attrs = {
    api_key_required   = null
    route_key          = "$disconnect"
    authorization_type = "NONE"
  }
}

resource "aws_apigatewayv2_route" "key" {
  attrs = {
    api_key_required   = true
    route_key          = "GET /a"
    authorization_type = "NONE"
  }
}

resource "aws_apigatewayv2_route" "known_after_apply" {
  expect_unknown = true
  unknown        = ["authorization_type"]
  attrs = {
    api_key_required = null
    route_key        = "GET /a"
  }
}
