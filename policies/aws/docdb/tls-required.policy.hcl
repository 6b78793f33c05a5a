# title: DocumentDB requires TLS
# why: With the parameter disabled clients connect in clear, passwords included.
# fix: Remove the parameter `tls` from aws_docdb_cluster_parameter_group or set it to
#   enabled.
# severity: high
# references: https://docs.aws.amazon.com/documentdb/latest/developerguide/security.encryption.ssl.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/documentdb-controls.html
# aliases: CKV_AWS_90
# tags: fsbp, encryption, network

policy {}

resource_policy "aws_docdb_cluster_parameter_group" "tls-required" {
  enforce {
    condition = core::alltrue([
      for p in core::try([for x in attrs.parameter : x], []) :
      !(p.name == "tls" && p.value == "disabled")
    ])
    error_message = "parameter `tls` is disabled, must be enabled"
  }
}
