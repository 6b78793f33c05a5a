policytest {
  targets = ["catalog-encrypted.policy.hcl"]
}

resource "aws_glue_data_catalog_encryption_settings" "both" {
  attrs = {
    data_catalog_encryption_settings = [{ encryption_at_rest = [{ catalog_encryption_mode = "SSE-KMS" }], connection_password_encryption = [{ return_connection_password_encrypted = true }] }]
  }
}

resource "aws_glue_data_catalog_encryption_settings" "with_service_role" {
  attrs = {
    data_catalog_encryption_settings = [{ encryption_at_rest = [{ catalog_encryption_mode = "SSE-KMS-WITH-SERVICE-ROLE" }], connection_password_encryption = [{ return_connection_password_encrypted = true }] }]
  }
}

resource "aws_glue_data_catalog_encryption_settings" "off" {
  expect_failure = true
  attrs = {
    data_catalog_encryption_settings = [{ encryption_at_rest = [{ catalog_encryption_mode = "DISABLED" }], connection_password_encryption = [{ return_connection_password_encrypted = true }] }]
  }
}

resource "aws_glue_data_catalog_encryption_settings" "passwords_clear" {
  expect_failure = true
  attrs = {
    data_catalog_encryption_settings = [{ encryption_at_rest = [{ catalog_encryption_mode = "SSE-KMS" }], connection_password_encryption = [{ return_connection_password_encrypted = false }] }]
  }
}

resource "aws_glue_data_catalog_encryption_settings" "known_after_apply" {
  expect_unknown = true
  unknown        = ["data_catalog_encryption_settings.0.encryption_at_rest.0.catalog_encryption_mode"]
  attrs = {
    data_catalog_encryption_settings = [{ encryption_at_rest = [{ catalog_encryption_mode = null }], connection_password_encryption = [{ return_connection_password_encrypted = true }] }]
  }
}
