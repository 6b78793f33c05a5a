# title: Clusters encrypt what they store
# why: Disks and objects of a cluster hold the data of every job in clear otherwise.
# fix: Set `EnableAtRestEncryption` to true in `configuration`.
# severity: medium
# references: https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-data-encryption-options.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/emr-controls.html
# tags: fsbp, encryption

policy {}

resource_policy "aws_emr_security_configuration" "encrypted-at-rest" {
  enforce {
    condition     = core::try(core::jsondecode(attrs.configuration).EncryptionConfiguration.EnableAtRestEncryption, null) == true
    error_message = "`configuration` does not set EnableAtRestEncryption to true"
  }
}
