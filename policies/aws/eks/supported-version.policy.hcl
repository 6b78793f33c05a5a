# title: Clusters run a supported version of Kubernetes
# why: Versions past their end get no patches, and are upgraded at a time that AWS chooses.
# fix: Set `version` to at least the input `supported-version-min`.
# severity: high
# references: https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html
# aliases: CKV_AWS_339
# tags: fsbp

policy {}

input "supported-version-min" {
  type        = string
  default     = "1.32"
  description = "Oldest version of Kubernetes that may run"
}

# Where it is not written the argument is computed, and not known before the apply: then
# there is nothing to judge here.
resource_policy "aws_eks_cluster" "supported-version" {
  filter = core::valuetostring(core::try(attrs.version, null)) != "(unknown)" && core::try(attrs.version, null) != null && core::try(attrs.version, null) != ""

  enforce {
    condition     = core::semverconstraint(attrs.version, ">= ${input.supported-version-min}")
    error_message = "`version` is ${attrs.version}, must be at least ${input.supported-version-min}"
  }
}

# Where it is not written the argument is computed, and not known before the apply: then
# there is nothing to judge here.
resource_policy "aws_eks_node_group" "supported-version" {
  filter = core::valuetostring(core::try(attrs.version, null)) != "(unknown)" && core::try(attrs.version, null) != null && core::try(attrs.version, null) != ""

  enforce {
    condition     = core::semverconstraint(attrs.version, ">= ${input.supported-version-min}")
    error_message = "`version` is ${attrs.version}, must be at least ${input.supported-version-min}"
  }
}
