# title: Performance Insights data is encrypted with an own key
# why: The collected statements can hold personal data; an own key lets you audit and revoke
#   access to them.
# fix: Set `performance_insights_kms_key_id` to the ARN of a KMS key wherever
#   `performance_insights_enabled = true`.
# severity: low
# references: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.html
# aliases: CKV_AWS_354
# tags: encryption

policy {}

resource_policy "aws_db_instance" "performance-insights-encrypted" {
  filter = core::try(attrs.performance_insights_enabled, null) == true

  enforce {
    condition     = core::try(attrs.performance_insights_kms_key_id, null) != null && core::try(attrs.performance_insights_kms_key_id, null) != ""
    error_message = "`performance_insights_kms_key_id` is not set, must be the ARN of a KMS key"
  }
}

resource_policy "aws_rds_cluster_instance" "performance-insights-encrypted" {
  filter = core::try(attrs.performance_insights_enabled, null) == true

  enforce {
    condition     = core::try(attrs.performance_insights_kms_key_id, null) != null && core::try(attrs.performance_insights_kms_key_id, null) != ""
    error_message = "`performance_insights_kms_key_id` is not set, must be the ARN of a KMS key"
  }
}
