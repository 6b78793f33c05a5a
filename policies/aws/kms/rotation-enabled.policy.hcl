# title: Keys are rotated every year
# why: What was encrypted with key material that leaked stays readable for as long as the
#   material is used.
# fix: Set `enable_key_rotation = true`.
# severity: high
# references: https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html
# aliases: CKV_AWS_7
# tags: cis, encryption

policy {}

resource_policy "aws_kms_key" "rotation-enabled" {
  filter = (core::try(attrs.customer_master_key_spec, null) == null || core::try(attrs.customer_master_key_spec, null) == "SYMMETRIC_DEFAULT") && (core::try(attrs.custom_key_store_id, null) == null || core::try(attrs.custom_key_store_id, null) == "")

  enforce {
    condition     = core::try(attrs.enable_key_rotation, null) == true
    error_message = "`enable_key_rotation` is ${core::try(attrs.enable_key_rotation, null) == null ? "not set" : "false"}, must be true"
  }
}
