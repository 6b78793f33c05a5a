# title: Kafka brokers have no public address
# why: Brokers with public addresses can be attacked from the whole internet.
# fix: Leave out `broker_node_group_info.connectivity_info.public_access` or set its `type`
#   to "DISABLED".
# severity: critical
# references: https://docs.aws.amazon.com/msk/latest/developerguide/public-access.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/msk-controls.html
# aliases: CKV_AWS_291
# tags: fsbp, network

policy {}

resource_policy "aws_msk_cluster" "not-public" {
  enforce {
    condition     = core::try(attrs.broker_node_group_info[0].connectivity_info[0].public_access[0].type, null) == null || core::try(attrs.broker_node_group_info[0].connectivity_info[0].public_access[0].type, null) == "DISABLED"
    error_message = "`connectivity_info.public_access.type` is ${core::valuetostring(core::try(attrs.broker_node_group_info[0].connectivity_info[0].public_access[0].type, null))}, must be DISABLED"
  }
}
