# title: Builds get credentials from their role and secrets, not as plain text
# why: Environment variables of a project can be read by everybody who may describe it.
# fix: Remove credentials from `environment.environment_variable`; give permissions to
#   `service_role`, or use `type` SECRETS_MANAGER or PARAMETER_STORE.
# severity: high
# references: https://docs.aws.amazon.com/codebuild/latest/userguide/change-project-console.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html
# tags: fsbp, iam, secrets

policy {}

resource_policy "aws_codebuild_project" "no-plaintext-credentials" {
  locals {
    wrong = [
      for v in core::try([for x in attrs.environment[0].environment_variable : x], []) : v.name
      if core::contains(["PLAINTEXT", ""], core::try(v.type, null) == null ? "" : v.type)
      && (core::contains(["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"], v.name) || core::try(core::regex_match(v.value, "\\b(AKIA|ASIA)[A-Z2-7]{16}\\b|-----BEGIN ([A-Z]+ )*PRIVATE KEY-----"), false))
    ]
  }

  enforce {
    condition     = core::length(local.wrong) == 0
    error_message = "`environment.environment_variable` ${core::join(", ", local.wrong)} holds credentials, must be a secret or parameter"
  }
}
