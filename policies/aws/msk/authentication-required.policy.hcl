# title: Kafka clients have to authenticate
# why: An unauthenticated client may read and write every topic.
# fix: Leave out `client_authentication.unauthenticated` or set it to false, and enable
#   `sasl` or `tls`.
# severity: high
# references: https://docs.aws.amazon.com/msk/latest/developerguide/kafka_apis_iam.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/msk-controls.html
# tags: fsbp, iam

policy {}

resource_policy "aws_msk_cluster" "authentication-required" {
  enforce {
    condition     = core::try(attrs.client_authentication[0].unauthenticated, null) != true
    error_message = "`client_authentication.unauthenticated` is true, must be false"
  }

  enforce {
    condition = (
      core::try(attrs.client_authentication[0].sasl[0].iam, null) == true
      || core::try(attrs.client_authentication[0].sasl[0].scram, null) == true
      || core::length(core::try([for arn in attrs.client_authentication[0].tls[0].certificate_authority_arns : arn], [])) > 0
    )
    error_message = "`client_authentication` enables neither `sasl.iam`, `sasl.scram` nor `tls`"
  }
}
