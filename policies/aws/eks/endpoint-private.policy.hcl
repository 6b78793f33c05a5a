# title: The API of clusters is reached from the VPC only
# why: A public endpoint can be tried from anywhere that its list of networks allows, today
#   or after the next change.
# fix: Set `vpc_config.endpoint_public_access = false` and `endpoint_private_access = true`.
# severity: medium
# references: https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html
# aliases: CKV_AWS_39
# tags: fsbp, network

policy {}

resource_policy "aws_eks_cluster" "endpoint-private" {
  enforce {
    condition     = core::try(attrs.vpc_config[0].endpoint_public_access, null) == false
    error_message = "`vpc_config.endpoint_public_access` is ${core::try(attrs.vpc_config[0].endpoint_public_access, null) == null ? "not set" : "true"}, must be false"
  }
}
