# title: Clusters have a security configuration
# why: Without one nothing on the cluster is encrypted or authorised.
# fix: Set `security_configuration` to the name of an aws_emr_security_configuration.
# severity: medium
# references: https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-specify-security-configuration.html
# aliases: CKV2_AWS_55
# tags: encryption

policy {}

resource_policy "aws_emr_cluster" "security-configuration" {
  enforce {
    condition     = core::try(attrs.security_configuration, null) != null && core::try(attrs.security_configuration, null) != ""
    error_message = "`security_configuration` is not set, must name a security configuration"
  }
}
