# title: Containers cannot write to their root file system
# why: An intruder who cannot write cannot leave tools or change the program.
# fix: Set `readonlyRootFilesystem` to true in `container_definitions`; mount volumes where
#   the program writes.
# severity: low
# references: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html
# aliases: CKV_AWS_336
# tags: fsbp

policy {}

resource_policy "aws_ecs_task_definition" "read-only-root" {
  filter = !core::startswith(core::try(attrs.runtime_platform[0].operating_system_family, null) == null ? "" : core::try(attrs.runtime_platform[0].operating_system_family, null), "WINDOWS")

  locals {
    containers = core::flatten([core::try(core::jsondecode(attrs.container_definitions), [])])
    wrong      = [for c in local.containers : core::try(c.name, "a container") if core::try(c.readonlyRootFilesystem, false) != true]
  }

  enforce {
    condition     = core::length(local.wrong) == 0
    error_message = "`readonlyRootFilesystem` of ${core::join(", ", local.wrong)} is not true, must be true"
  }
}
