# title: DAX clusters are reached over TLS
# why: Without TLS items travel between application and cache in clear.
# fix: Set `cluster_endpoint_encryption_type = "TLS"`.
# severity: high
# references: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAXEncryptionInTransit.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html
# aliases: CKV_AWS_239
# tags: fsbp, encryption, network

policy {}

resource_policy "aws_dax_cluster" "encrypted-in-transit" {
  enforce {
    condition     = core::try(attrs.cluster_endpoint_encryption_type, null) == "TLS"
    error_message = "`cluster_endpoint_encryption_type` is ${core::try(attrs.cluster_endpoint_encryption_type, null) == null ? "not set" : attrs.cluster_endpoint_encryption_type}, must be TLS"
  }
}
