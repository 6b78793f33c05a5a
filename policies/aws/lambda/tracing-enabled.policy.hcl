# title: Functions are traced
# why: Without traces a slow or failing call cannot be followed through the functions and
#   services behind it.
# fix: Add a `tracing_config` block with `mode = "Active"`.
# severity: low
# references: https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html
# tags: logging

policy {}

resource_policy "aws_lambda_function" "tracing-enabled" {
  enforce {
    condition     = core::contains(["Active"], core::try(attrs.tracing_config[0].mode, null) == null ? "" : core::try(attrs.tracing_config[0].mode, null))
    error_message = "`tracing_config.mode` is ${core::try(attrs.tracing_config[0].mode, null) == null ? "not set" : core::try(attrs.tracing_config[0].mode, null)}, must be Active"
  }
}
