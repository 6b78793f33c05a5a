# title: Tasks do not share processes and memory with their host
# why: A container could look into, and interfere with, every other process on the host.
# fix: Leave `pid_mode` and `ipc_mode` out, or set them to task.
# severity: high
# references: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html
# aliases: CKV_AWS_335
# tags: fsbp

policy {}

resource_policy "aws_ecs_task_definition" "no-host-processes" {
  enforce {
    condition     = core::try(attrs.pid_mode, null) != "host"
    error_message = "`pid_mode` is host, must be task or none"
  }

  enforce {
    condition     = core::try(attrs.ipc_mode, null) != "host"
    error_message = "`ipc_mode` is host, must be task or none"
  }
}
