# title: Clusters encrypt what they send
# why: Data travels between the nodes of a cluster in clear otherwise.
# fix: Set `EnableInTransitEncryption` to true in `configuration`, with certificates.
# severity: medium
# references: https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-data-encryption-options.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/emr-controls.html
# aliases: CKV_AWS_351
# tags: fsbp, encryption, network

policy {}

resource_policy "aws_emr_security_configuration" "encrypted-in-transit" {
  enforce {
    condition     = core::try(core::jsondecode(attrs.configuration).EncryptionConfiguration.EnableInTransitEncryption, null) == true
    error_message = "`configuration` does not set EnableInTransitEncryption to true"
  }
}
