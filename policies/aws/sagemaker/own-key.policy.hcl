# title: Notebooks, endpoints and domains are encrypted with a KMS key of the account
# why: Their volumes hold training data and models; with a key that AWS owns its use can be
#   neither audited nor revoked.
# fix: Set `kms_key_id` (endpoint configurations: `kms_key_arn`) to a KMS key.
# severity: low
# references: https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest.html
# aliases: CKV_AWS_22, CKV_AWS_98, CKV_AWS_187
# tags: encryption

policy {}

resource_policy "aws_sagemaker_notebook_instance" "own-key" {
  enforce {
    condition     = core::try(attrs.kms_key_id, null) != null && core::try(attrs.kms_key_id, null) != ""
    error_message = "`kms_key_id` is not set, must be a KMS key"
  }
}

resource_policy "aws_sagemaker_domain" "own-key" {
  enforce {
    condition     = core::try(attrs.kms_key_id, null) != null && core::try(attrs.kms_key_id, null) != ""
    error_message = "`kms_key_id` is not set, must be a KMS key"
  }
}

resource_policy "aws_sagemaker_endpoint_configuration" "own-key" {
  enforce {
    condition     = core::try(attrs.kms_key_arn, null) != null && core::try(attrs.kms_key_arn, null) != ""
    error_message = "`kms_key_arn` is not set, must be a KMS key"
  }
}
