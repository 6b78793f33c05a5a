# title: Services have no public addresses
# why: A container with a public address is one mistake in a security group away from the
#   internet.
# fix: Set `network_configuration.assign_public_ip = false`, and put a load balancer before
#   the service.
# severity: high
# references: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-network.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html
# aliases: CKV_AWS_333
# tags: fsbp, network

policy {}

resource_policy "aws_ecs_service" "no-public-ip" {
  enforce {
    condition     = core::try(attrs.network_configuration[0].assign_public_ip, null) != true
    error_message = "`network_configuration.assign_public_ip` is true, must be false"
  }
}

resource_policy "aws_ecs_task_set" "no-public-ip" {
  enforce {
    condition     = core::try(attrs.network_configuration[0].assign_public_ip, null) != true
    error_message = "`network_configuration.assign_public_ip` is true, must be false"
  }
}
