# title: Builds do not run in privileged mode
# why: A privileged build container controls the docker daemon of its host. Builds of images
#   need it, and are to be waived one by one.
# fix: Set `environment.privileged_mode = false`.
# severity: medium
# references: https://docs.aws.amazon.com/codebuild/latest/userguide/security.html
# aliases: CKV_AWS_316
# tags: iam

policy {}

resource_policy "aws_codebuild_project" "no-privileged-mode" {
  enforce {
    condition     = core::try(attrs.environment[0].privileged_mode, null) != true
    error_message = "`environment.privileged_mode` is true, must be false"
  }
}
