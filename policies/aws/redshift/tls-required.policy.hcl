# title: Warehouses require TLS
# why: Without the parameter clients may connect in clear, passwords included.
# fix: Add a `parameter` with `name = "require_ssl"` and `value = "true"` to
#   aws_redshift_parameter_group.
# severity: high
# references: https://docs.aws.amazon.com/redshift/latest/mgmt/connecting-ssl-support.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html
# aliases: CKV_AWS_105
# tags: fsbp, encryption, network

policy {}

resource_policy "aws_redshift_parameter_group" "tls-required" {
  enforce {
    condition = core::anytrue([
      for p in core::try([for x in attrs.parameter : x], []) :
      p.name == "require_ssl" && (p.value == "true" || p.value == true)
    ])
    error_message = "parameter `require_ssl` is not true"
  }
}
