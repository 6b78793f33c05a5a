# title: Databases accept IAM authentication
# why: With IAM tokens no long-lived database passwords have to be kept and rotated.
# fix: Set `iam_database_authentication_enabled = true`.
# severity: low
# references: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html
# aliases: CKV_AWS_161, CKV_AWS_162, FSBP RDS.10, FSBP RDS.12
# tags: fsbp, iam

policy {}

resource_policy "aws_db_instance" "iam-authentication" {
  filter = core::anytrue([for v in ["mysql", "mariadb", "postgres"] : v == core::try(attrs.engine, "")])

  enforce {
    condition     = core::try(attrs.iam_database_authentication_enabled, null) == true
    error_message = "`iam_database_authentication_enabled` is ${core::try(attrs.iam_database_authentication_enabled, null) == null ? "not set" : "false"}, must be true"
  }
}

resource_policy "aws_rds_cluster" "iam-authentication" {
  filter = core::try(core::startswith(attrs.engine, "aurora"), false) && core::try(attrs.engine_mode, null) != "serverless"

  enforce {
    condition     = core::try(attrs.iam_database_authentication_enabled, null) == true
    error_message = "`iam_database_authentication_enabled` is ${core::try(attrs.iam_database_authentication_enabled, null) == null ? "not set" : "false"}, must be true"
  }
}
