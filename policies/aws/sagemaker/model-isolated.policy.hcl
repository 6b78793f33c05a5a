# title: Containers of models have no network
# why: A model from elsewhere could send away what it is given.
# fix: Set `enable_network_isolation = true`.
# severity: low
# references: https://docs.aws.amazon.com/sagemaker/latest/dg/mkt-algo-model-internet-free.html
# aliases: CKV_AWS_370
# tags: network

policy {}

resource_policy "aws_sagemaker_model" "model-isolated" {
  enforce {
    condition     = core::try(attrs.enable_network_isolation, null) == true
    error_message = "`enable_network_isolation` is ${core::try(attrs.enable_network_isolation, null) == null ? "not set" : "false"}, must be true"
  }
}
