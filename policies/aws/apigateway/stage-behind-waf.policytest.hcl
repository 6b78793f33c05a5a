policytest {
  targets = ["stage-behind-waf.policy.hcl"]
}

resource "aws_api_gateway_stage" "behind_a" {
  attrs = {
    arn = "arn:aws:apigateway:eu-west-1::/restapis/a/stages/prod"
  }
}

resource "aws_wafv2_web_acl_association" "a" {
  attrs = {
    resource_arn = aws_api_gateway_stage.behind_a.arn
  }
}

resource "aws_api_gateway_stage" "behind_b" {
  attrs = {
    arn = "arn:aws:apigateway:eu-west-1::/restapis/b/stages/prod"
  }
}

resource "aws_wafv2_web_acl_association" "b" {
  attrs = {
    resource_arn = aws_api_gateway_stage.behind_b.arn
  }
}

resource "aws_api_gateway_stage" "behind_classic" {
  attrs = {
    arn = "arn:aws:apigateway:eu-west-1::/restapis/c/stages/prod"
  }
}

resource "aws_wafregional_web_acl_association" "c" {
  attrs = {
    resource_arn = aws_api_gateway_stage.behind_classic.arn
  }
}

resource "aws_api_gateway_stage" "open" {
  expect_failure = true
  attrs = {
    arn = "arn:aws:apigateway:eu-west-1::/restapis/d/stages/prod"
  }
}

resource "aws_api_gateway_stage" "known_after_apply" {
  expect_unknown = true
  unknown        = ["arn"]
  attrs = {
    stage_name = "prod"
  }
}
