# title: Tasks have a network of their own
# why: In host mode a container sees and can listen on every port of its host, and shares
#   its security groups.
# fix: Set `network_mode = "awsvpc"`.
# severity: medium
# references: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html
# tags: fsbp, network

policy {}

resource_policy "aws_ecs_task_definition" "no-host-network" {
  enforce {
    condition     = core::try(attrs.network_mode, null) != "host"
    error_message = "`network_mode` is host, must be awsvpc or bridge"
  }
}
