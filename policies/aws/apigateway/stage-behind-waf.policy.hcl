# title: Stages of REST APIs are behind a web ACL
# why: Without WAF nothing stops scanners, injections and floods before they reach the code.
# fix: Add an aws_wafv2_web_acl_association whose `resource_arn` is the ARN of the stage.
# severity: medium
# references: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-aws-waf.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/apigateway-controls.html
# aliases: CKV2_AWS_29, FSBP APIGateway.4
# tags: fsbp, network

policy {}

resource_policy "aws_api_gateway_stage" "stage-behind-waf" {
  enforce {
    condition = (
      core::length(core::getresources("aws_wafv2_web_acl_association", { resource_arn = core::try(attrs.arn, null) })) > 0
      || core::length(core::getresources("aws_wafregional_web_acl_association", { resource_arn = core::try(attrs.arn, null) })) > 0
    )
    error_message = "no aws_wafv2_web_acl_association for this stage"
  }
}
