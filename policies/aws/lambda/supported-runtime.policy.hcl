# title: Functions use a supported runtime
# why: Runtimes that have reached their end get no security patches, and later the function
#   can no longer be updated.
# fix: Set `runtime` to one of the input `supported-runtime-list`.
# severity: medium
# references: https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/lambda-controls.html
# aliases: CKV_AWS_363
# tags: fsbp

policy {}

input "supported-runtime-list" {
  type        = list(string)
  default     = ["nodejs22.x", "nodejs24.x", "python3.10", "python3.11", "python3.12", "python3.13", "python3.14", "java8.al2", "java11", "java17", "java21", "java25", "dotnet8", "dotnet9", "dotnet10", "ruby3.3", "ruby3.4", "provided.al2", "provided.al2023"]
  description = "Runtimes that may be used"
}

resource_policy "aws_lambda_function" "supported-runtime" {
  filter = core::try(attrs.runtime, null) != null && core::try(attrs.runtime, null) != ""

  enforce {
    condition     = core::contains(input.supported-runtime-list, attrs.runtime)
    error_message = "`runtime` is ${attrs.runtime}, must be in the input `supported-runtime-list`"
  }
}
