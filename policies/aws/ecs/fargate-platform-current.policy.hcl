# title: Fargate services run on the current platform version
# why: Older platform versions get no security patches.
# fix: Set `platform_version = "LATEST"`, or leave it out.
# severity: low
# references: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html
# aliases: CKV_AWS_332
# tags: fsbp

policy {}

# Where it is not written the argument is computed, and not known before the apply: then
# there is nothing to judge here.
resource_policy "aws_ecs_service" "fargate-platform-current" {
  filter = core::try(attrs.launch_type, null) == "FARGATE" && core::valuetostring(core::try(attrs.platform_version, null)) != "(unknown)"

  enforce {
    condition     = core::contains(["", "LATEST", "1.4.0", "1.0.0"], core::try(attrs.platform_version, null) == null ? "" : core::try(attrs.platform_version, null))
    error_message = "`platform_version` is ${attrs.platform_version}, must be LATEST"
  }
}
