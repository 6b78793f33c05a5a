# title: Databases are protected from deletion
# why: One mistaken plan or click deletes the database; the flag makes the API refuse.
# fix: Set `deletion_protection = true`.
# severity: high
# references: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html
# aliases: CKV_AWS_293, CKV_AWS_139, FSBP RDS.7, FSBP RDS.8
# tags: fsbp, backup

policy {}

resource_policy "aws_db_instance" "deletion-protection" {
  enforce {
    condition     = core::try(attrs.deletion_protection, null) == true
    error_message = "`deletion_protection` is ${core::try(attrs.deletion_protection, null) == null ? "not set" : "false"}, must be true"
  }
}

resource_policy "aws_rds_cluster" "deletion-protection" {
  enforce {
    condition     = core::try(attrs.deletion_protection, null) == true
    error_message = "`deletion_protection` is ${core::try(attrs.deletion_protection, null) == null ? "not set" : "false"}, must be true"
  }
}

resource_policy "aws_rds_global_cluster" "deletion-protection" {
  enforce {
    condition     = core::try(attrs.deletion_protection, null) == true
    error_message = "`deletion_protection` is ${core::try(attrs.deletion_protection, null) == null ? "not set" : "false"}, must be true"
  }
}
