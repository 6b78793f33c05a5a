# title: The API of clusters is not open to the whole internet
# why: Everybody can try stolen credentials and new holes on the control plane.
# fix: Set `vpc_config.endpoint_public_access = false`, or list networks in
#   `public_access_cidrs`.
# severity: high
# references: https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html
# aliases: CKV_AWS_38
# tags: network

policy {}

resource_policy "aws_eks_cluster" "endpoint-not-open" {
  locals {
    cidrs = core::try(core::length(attrs.vpc_config[0].public_access_cidrs), 0) == 0 ? ["0.0.0.0/0"] : attrs.vpc_config[0].public_access_cidrs
  }

  enforce {
    condition     = core::try(attrs.vpc_config[0].endpoint_public_access, null) == false || !core::anytrue([for c in local.cidrs : core::endswith(c, "/0")])
    error_message = "`vpc_config.public_access_cidrs` is ${core::join(", ", local.cidrs)}, must not be the whole internet while `endpoint_public_access` is true"
  }
}
