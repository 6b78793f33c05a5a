# title: Commands run in containers are logged
# why: ECS Exec gives a shell in production; without a log nobody can say what was done
#   there.
# fix: Set `logging` in `configuration.execute_command_configuration` to DEFAULT or
#   OVERRIDE.
# severity: low
# references: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html
# aliases: CKV_AWS_223
# tags: logging

policy {}

resource_policy "aws_ecs_cluster" "exec-logging" {
  enforce {
    condition     = core::try(attrs.configuration[0].execute_command_configuration[0].logging, null) != "NONE"
    error_message = "`configuration.execute_command_configuration.logging` is NONE, must be DEFAULT or OVERRIDE"
  }
}
