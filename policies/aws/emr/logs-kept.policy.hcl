# title: Clusters write their logs to a bucket
# why: Logs on the nodes are gone with the cluster.
# fix: Set `log_uri` to a bucket.
# severity: low
# references: https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-plan-debugging.html
# tags: logging

policy {}

resource_policy "aws_emr_cluster" "logs-kept" {
  enforce {
    condition     = core::try(attrs.log_uri, null) != null && core::try(attrs.log_uri, null) != ""
    error_message = "`log_uri` is not set, must be a bucket"
  }
}
