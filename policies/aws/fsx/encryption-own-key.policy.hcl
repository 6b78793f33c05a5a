# title: File systems are encrypted with a KMS key of the account
# why: File systems are always encrypted, but with a key that AWS manages: access to it
#   cannot be restricted or revoked.
# fix: Set `kms_key_id` to the ARN of a KMS key.
# severity: low
# references: https://docs.aws.amazon.com/fsx/latest/WindowsGuide/encryption-at-rest.html
#   https://docs.aws.amazon.com/fsx/latest/ONTAPGuide/encryption-at-rest.html
# aliases: CKV_AWS_178, CKV_AWS_179, CKV_AWS_203, CKV_AWS_190
# tags: encryption

policy {}

resource_policy "aws_fsx_windows_file_system" "encryption-own-key" {
  enforce {
    condition     = core::try(attrs.kms_key_id, null) != null && core::try(attrs.kms_key_id, null) != ""
    error_message = "`kms_key_id` is not set, must be the ARN of a KMS key"
  }
}

resource_policy "aws_fsx_ontap_file_system" "encryption-own-key" {
  enforce {
    condition     = core::try(attrs.kms_key_id, null) != null && core::try(attrs.kms_key_id, null) != ""
    error_message = "`kms_key_id` is not set, must be the ARN of a KMS key"
  }
}

resource_policy "aws_fsx_openzfs_file_system" "encryption-own-key" {
  enforce {
    condition     = core::try(attrs.kms_key_id, null) != null && core::try(attrs.kms_key_id, null) != ""
    error_message = "`kms_key_id` is not set, must be the ARN of a KMS key"
  }
}

resource_policy "aws_fsx_lustre_file_system" "encryption-own-key" {
  filter = core::startswith(core::try(attrs.deployment_type, null) == null ? "SCRATCH_1" : attrs.deployment_type, "PERSISTENT")

  enforce {
    condition     = core::try(attrs.kms_key_id, null) != null && core::try(attrs.kms_key_id, null) != ""
    error_message = "`kms_key_id` is not set, must be the ARN of a KMS key"
  }
}
