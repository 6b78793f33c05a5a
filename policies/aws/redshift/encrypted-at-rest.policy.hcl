# title: Warehouses are encrypted at rest
# why: Unencrypted blocks and snapshots can be read by whoever gets at a copy.
# fix: Set `encrypted = true`, and a `kms_key_id` if the key is your own.
# severity: high
# references: https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-db-encryption.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html
# aliases: CKV_AWS_64
# tags: fsbp, encryption

policy {}

resource_policy "aws_redshift_cluster" "encrypted-at-rest" {
  enforce {
    condition     = core::try(attrs.encrypted, null) == true || core::try(attrs.encrypted, null) == "true"
    error_message = "`encrypted` is ${core::try(attrs.encrypted, null) == null ? "not set" : "false"}, must be true"
  }
}
