# title: State machines are traced
# why: Without traces a slow or failing execution cannot be followed through the services
#   behind it.
# fix: Add a `tracing_configuration` block with `enabled = true`.
# severity: low
# references: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-xray-tracing.html
# aliases: CKV_AWS_284
# tags: logging

policy {}

resource_policy "aws_sfn_state_machine" "tracing-enabled" {
  enforce {
    condition     = core::try(attrs.tracing_configuration[0].enabled, null) == true
    error_message = "`tracing_configuration.enabled` is ${core::try(attrs.tracing_configuration[0].enabled, null) == null ? "not set" : "false"}, must be true"
  }
}
