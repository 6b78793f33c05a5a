# title: EFS volumes of tasks are mounted over TLS
# why: Files travel between the task and the file system in clear otherwise.
# fix: Set `transit_encryption = "ENABLED"` in `efs_volume_configuration`.
# severity: medium
# references: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/efs-volumes.html
# aliases: CKV_AWS_97
# tags: encryption, network

policy {}

resource_policy "aws_ecs_task_definition" "efs-encrypted-in-transit" {
  enforce {
    condition = core::alltrue(core::flatten([
      for v in core::try([for x in attrs.volume : x], []) : [for e in core::try([for x in v.efs_volume_configuration : x], []) : core::try(e.transit_encryption, null) == "ENABLED"]
    ]))
    error_message = "`volume.efs_volume_configuration.transit_encryption` is not set, must be ENABLED"
  }
}
