# title: Containers are not privileged
# why: A privileged container has the powers of root on its host, and so of every other
#   container there.
# fix: Leave `privileged` out of `container_definitions`, or set it to false.
# severity: high
# references: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html
# aliases: CKV_AWS_334
# tags: fsbp, iam

policy {}

resource_policy "aws_ecs_task_definition" "no-privileged-containers" {
  locals {
    containers = core::flatten([core::try(core::jsondecode(attrs.container_definitions), [])])
    wrong      = [for c in local.containers : core::try(c.name, "a container") if core::try(c.privileged, false) == true]
  }

  enforce {
    condition     = core::length(local.wrong) == 0
    error_message = "`privileged` of ${core::join(", ", local.wrong)} is true, must be false"
  }
}
