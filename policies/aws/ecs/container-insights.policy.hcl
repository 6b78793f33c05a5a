# title: Clusters collect metrics and events of their containers
# why: Without Container Insights restarts and crashes of tasks go unnoticed.
# fix: Add a `setting` block with `name = "containerInsights"` and `value = "enabled"` or
#   "enhanced".
# severity: low
# references: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-container-insights.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html
# aliases: CKV_AWS_65
# tags: fsbp, logging

policy {}

resource_policy "aws_ecs_cluster" "container-insights" {
  enforce {
    condition     = core::anytrue([for s in core::try([for x in attrs.setting : x], []) : s.name == "containerInsights" && s.value != "disabled"])
    error_message = "`setting` containerInsights is not enabled, must be enabled or enhanced"
  }
}
