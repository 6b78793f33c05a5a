# title: GraphQL APIs are behind a web ACL
# why: Without WAF nothing stops scanners and floods of expensive queries.
# fix: Add an aws_wafv2_web_acl_association whose `resource_arn` is the ARN of the API.
# severity: medium
# references: https://docs.aws.amazon.com/appsync/latest/devguide/WAF-Integration.html
# aliases: CKV2_AWS_33
# tags: network

policy {}

resource_policy "aws_appsync_graphql_api" "behind-waf" {
  filter = core::try(attrs.visibility, null) != "PRIVATE"

  enforce {
    condition     = core::length(core::getresources("aws_wafv2_web_acl_association", { resource_arn = core::try(attrs.arn, null) })) > 0
    error_message = "no aws_wafv2_web_acl_association for this API"
  }
}
