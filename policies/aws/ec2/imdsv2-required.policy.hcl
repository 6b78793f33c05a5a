# title: Instances answer metadata requests with a session token only
# why: With version 1 a single forged request through an application hands out the
#   credentials of the instance.
# fix: Add a `metadata_options` block with `http_tokens = "required"`.
# severity: high
# references: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html
# aliases: CKV_AWS_79, FSBP EC2.8
# tags: cis, fsbp, iam

policy {}

resource_policy "aws_instance" "imdsv2-required" {
  enforce {
    condition     = core::try(attrs.metadata_options[0].http_tokens, null) == "required" || core::try(attrs.metadata_options[0].http_endpoint, null) == "disabled"
    error_message = "`metadata_options.http_tokens` is ${core::try(attrs.metadata_options[0].http_tokens, null) == null ? "not set" : attrs.metadata_options[0].http_tokens}, must be required"
  }
}

resource_policy "aws_launch_template" "imdsv2-required" {
  enforce {
    condition     = core::try(attrs.metadata_options[0].http_tokens, null) == "required" || core::try(attrs.metadata_options[0].http_endpoint, null) == "disabled"
    error_message = "`metadata_options.http_tokens` is ${core::try(attrs.metadata_options[0].http_tokens, null) == null ? "not set" : attrs.metadata_options[0].http_tokens}, must be required"
  }
}

resource_policy "aws_launch_configuration" "imdsv2-required" {
  enforce {
    condition     = core::try(attrs.metadata_options[0].http_tokens, null) == "required" || core::try(attrs.metadata_options[0].http_endpoint, null) == "disabled"
    error_message = "`metadata_options.http_tokens` is ${core::try(attrs.metadata_options[0].http_tokens, null) == null ? "not set" : attrs.metadata_options[0].http_tokens}, must be required"
  }
}
