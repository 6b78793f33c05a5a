# title: Kafka clusters accept TLS only
# why: Plain connections pass messages and credentials over the network in clear.
# fix: In `encryption_info.encryption_in_transit` leave out `client_broker` or set it to
#   "TLS", and leave `in_cluster` true.
# severity: high
# references: https://docs.aws.amazon.com/msk/latest/developerguide/msk-encryption.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/msk-controls.html
# aliases: CKV_AWS_81
# tags: fsbp, encryption, network

policy {}

resource_policy "aws_msk_cluster" "encrypted-in-transit" {
  locals {
    client = core::try(attrs.encryption_info[0].encryption_in_transit[0].client_broker, null) == null ? "TLS" : core::try(attrs.encryption_info[0].encryption_in_transit[0].client_broker, null)
  }

  enforce {
    condition     = local.client == "TLS"
    error_message = "`encryption_in_transit.client_broker` is ${local.client}, must be TLS"
  }

  enforce {
    condition     = core::try(attrs.encryption_info[0].encryption_in_transit[0].in_cluster, null) != false
    error_message = "`encryption_in_transit.in_cluster` is false, must be true"
  }
}
