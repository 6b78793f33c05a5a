# title: Search domains encrypt traffic between nodes
# why: Without it documents travel between the nodes in clear.
# fix: Add a `node_to_node_encryption` block with `enabled = true`.
# severity: high
# references: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ntn.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/es-controls.html
# aliases: CKV_AWS_6
# tags: fsbp, encryption, network

policy {}

resource_policy "aws_opensearch_domain" "node-to-node-encrypted" {
  enforce {
    condition     = core::try(attrs.node_to_node_encryption[0].enabled, null) == true
    error_message = "`node_to_node_encryption.enabled` is ${core::try(attrs.node_to_node_encryption[0].enabled, null) == null ? "not set" : "false"}, must be true"
  }
}

resource_policy "aws_elasticsearch_domain" "node-to-node-encrypted" {
  enforce {
    condition     = core::try(attrs.node_to_node_encryption[0].enabled, null) == true
    error_message = "`node_to_node_encryption.enabled` is ${core::try(attrs.node_to_node_encryption[0].enabled, null) == null ? "not set" : "false"}, must be true"
  }
}
