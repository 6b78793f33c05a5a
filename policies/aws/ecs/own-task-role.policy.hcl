# title: The program has another role than the agent that starts it
# why: The execution role reads the secrets and images of the task; the program should not
#   have those permissions.
# fix: Set `task_role_arn` and `execution_role_arn` to different roles.
# severity: low
# references: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
# aliases: CKV_AWS_249
# tags: iam

policy {}

resource_policy "aws_ecs_task_definition" "own-task-role" {
  filter = core::try(attrs.task_role_arn, null) != null && core::try(attrs.task_role_arn, null) != "" && core::try(attrs.execution_role_arn, null) != null

  enforce {
    condition     = attrs.task_role_arn != attrs.execution_role_arn
    error_message = "`task_role_arn` is the same role as `execution_role_arn`, must be another"
  }
}
