# title: Secrets of Kubernetes are encrypted with a KMS key
# why: Kubernetes secrets then need a key that you can audit and revoke, besides access to
#   the cluster.
# fix: Add an `encryption_config` block with `resources = ["secrets"]` and a
#   `provider.key_arn`.
# severity: medium
# references: https://docs.aws.amazon.com/eks/latest/userguide/enable-kms.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html
# aliases: CKV_AWS_58
# tags: fsbp, encryption, secrets

policy {}

resource_policy "aws_eks_cluster" "secrets-encrypted" {
  enforce {
    condition     = core::anytrue([for e in core::try([for x in attrs.encryption_config : x], []) : core::contains(core::try([for x in e.resources : x], []), "secrets")])
    error_message = "`encryption_config` is not set, must have `resources` secrets and a `key_arn`"
  }
}
