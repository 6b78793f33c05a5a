# title: Search domains are encrypted at rest
# why: Indexes, logs, swap and snapshots hold the documents; unencrypted they can be read
#   from the disks.
# fix: Add an `encrypt_at_rest` block with `enabled = true`.
# severity: high
# references: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/encryption-at-rest.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/es-controls.html
# aliases: CKV_AWS_5
# tags: fsbp, encryption

policy {}

resource_policy "aws_opensearch_domain" "encrypted-at-rest" {
  enforce {
    condition     = core::try(attrs.encrypt_at_rest[0].enabled, null) == true
    error_message = "`encrypt_at_rest.enabled` is ${core::try(attrs.encrypt_at_rest[0].enabled, null) == null ? "not set" : "false"}, must be true"
  }
}

resource_policy "aws_elasticsearch_domain" "encrypted-at-rest" {
  enforce {
    condition     = core::try(attrs.encrypt_at_rest[0].enabled, null) == true
    error_message = "`encrypt_at_rest.enabled` is ${core::try(attrs.encrypt_at_rest[0].enabled, null) == null ? "not set" : "false"}, must be true"
  }
}
