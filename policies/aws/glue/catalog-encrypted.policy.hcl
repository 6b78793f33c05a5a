# title: The data catalog is encrypted
# why: The catalog holds names, places and passwords of connections to all data.
# fix: Set `encryption_at_rest.catalog_encryption_mode` to SSE-KMS, and
#   `connection_password_encryption.return_connection_password_encrypted` to true.
# severity: medium
# references: https://docs.aws.amazon.com/glue/latest/dg/encrypt-glue-data-catalog.html
# aliases: CKV_AWS_94
# tags: encryption

policy {}

resource_policy "aws_glue_data_catalog_encryption_settings" "catalog-encrypted" {
  enforce {
    condition     = core::startswith(core::try(attrs.data_catalog_encryption_settings[0].encryption_at_rest[0].catalog_encryption_mode, "DISABLED"), "SSE-KMS")
    error_message = "`encryption_at_rest.catalog_encryption_mode` is DISABLED, must be SSE-KMS"
  }

  enforce {
    condition     = core::try(attrs.data_catalog_encryption_settings[0].connection_password_encryption[0].return_connection_password_encrypted, null) == true
    error_message = "`connection_password_encryption.return_connection_password_encrypted` is not true, must be true"
  }
}
