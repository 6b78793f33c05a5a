# title: Migration endpoints use TLS
# why: Without it whole tables, and the password, travel to the database in clear.
# fix: Set `ssl_mode` to "require", "verify-ca" or "verify-full", as the engine allows.
# severity: high
# references: https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.SSL.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html
# aliases: CKV2_AWS_49
# tags: fsbp, encryption, network

policy {}

# Other engines either have no such setting or are always reached over TLS.
resource_policy "aws_dms_endpoint" "endpoint-tls" {
  filter = core::anytrue([for v in ["aurora", "aurora-postgresql", "azuredb", "babelfish", "docdb", "db2", "mariadb", "mongodb", "mysql", "oracle", "postgres", "sqlserver", "sybase"] : v == core::try(attrs.engine_name, null)])

  locals {
    mode = core::try(attrs.ssl_mode, null) == null ? "none" : attrs.ssl_mode
  }

  enforce {
    condition     = local.mode != "none"
    error_message = "`ssl_mode` is none, must be require, verify-ca or verify-full"
  }
}
