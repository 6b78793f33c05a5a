# title: The control plane writes its logs
# why: Without audit and authenticator logs nobody can say who did what in the cluster.
# fix: List the types of the input `control-plane-logs-types` in
#   `enabled_cluster_log_types`.
# severity: medium
# references: https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html
# aliases: CKV_AWS_37
# tags: fsbp, logging

policy {}

input "control-plane-logs-types" {
  type        = list(string)
  default     = ["api", "audit", "authenticator", "controllerManager", "scheduler"]
  description = "Kinds of logs that must be on"
}

resource_policy "aws_eks_cluster" "control-plane-logs" {
  locals {
    types = core::try([for x in attrs.enabled_cluster_log_types : x], [])
  }

  enforce {
    condition     = core::alltrue([for type in input.control-plane-logs-types : core::contains(local.types, type)])
    error_message = "`enabled_cluster_log_types` lacks ${core::join(", ", [for type in input.control-plane-logs-types : type if !core::contains(local.types, type)])}"
  }
}
