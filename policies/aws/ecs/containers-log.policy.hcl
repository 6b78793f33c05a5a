# title: Containers send their logs away
# why: Logs that stay in the container are gone with it.
# fix: Add `logConfiguration` with a `logDriver` to every container in
#   `container_definitions`.
# severity: medium
# references: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html
# tags: fsbp, logging

policy {}

resource_policy "aws_ecs_task_definition" "containers-log" {
  locals {
    containers = core::flatten([core::try(core::jsondecode(attrs.container_definitions), [])])
    wrong      = [for c in local.containers : core::try(c.name, "a container") if core::try(c.logConfiguration.logDriver, null) == null]
  }

  enforce {
    condition     = core::length(local.wrong) == 0
    error_message = "`logConfiguration` of ${core::join(", ", local.wrong)} is not set, must have a `logDriver`"
  }
}
