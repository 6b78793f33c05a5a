# title: Search domains are inside a VPC
# why: A domain outside a VPC has an endpoint on the internet, guarded by its access policy
#   alone. It cannot be moved later.
# fix: Add a `vpc_options` block with private subnets and a security group.
# severity: high
# references: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/vpc.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/es-controls.html
# aliases: CKV_AWS_137
# tags: fsbp, network

policy {}

resource_policy "aws_opensearch_domain" "in-vpc" {
  enforce {
    condition     = core::length(core::try([for subnet in attrs.vpc_options[0].subnet_ids : subnet], [])) > 0
    error_message = "`vpc_options.subnet_ids` is empty, must name private subnets"
  }
}

resource_policy "aws_elasticsearch_domain" "in-vpc" {
  enforce {
    condition     = core::length(core::try([for subnet in attrs.vpc_options[0].subnet_ids : subnet], [])) > 0
    error_message = "`vpc_options.subnet_ids` is empty, must name private subnets"
  }
}
