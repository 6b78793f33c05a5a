# title: Metadata responses stay on the instance
# why: With more than one hop, containers on the instance reach its credentials.
# fix: Leave out `http_put_response_hop_limit` or set it to 1 in `metadata_options`.
# severity: low
# references: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html
# aliases: CKV_AWS_341
# tags: iam

policy {}

# Where the block is not written it is not known before the apply; the limit is 1 then.
resource_policy "aws_launch_template" "metadata-hop-limit" {
  filter = core::valuetostring(core::try(attrs.metadata_options, null)) != "(unknown)"

  enforce {
    condition     = core::try(attrs.metadata_options[0].http_put_response_hop_limit, null) == null || core::try(attrs.metadata_options[0].http_put_response_hop_limit, null) == 0 || core::try(attrs.metadata_options[0].http_put_response_hop_limit, null) == 1
    error_message = "`metadata_options.http_put_response_hop_limit` is ${core::valuetostring(core::try(attrs.metadata_options[0].http_put_response_hop_limit, null))}, must be 1"
  }
}

# Where the block is not written it is not known before the apply; the limit is 1 then.
resource_policy "aws_launch_configuration" "metadata-hop-limit" {
  filter = core::valuetostring(core::try(attrs.metadata_options, null)) != "(unknown)"

  enforce {
    condition     = core::try(attrs.metadata_options[0].http_put_response_hop_limit, null) == null || core::try(attrs.metadata_options[0].http_put_response_hop_limit, null) == 0 || core::try(attrs.metadata_options[0].http_put_response_hop_limit, null) == 1
    error_message = "`metadata_options.http_put_response_hop_limit` is ${core::valuetostring(core::try(attrs.metadata_options[0].http_put_response_hop_limit, null))}, must be 1"
  }
}
