# title: Builds are not public
# why: Logs and artifacts of public builds can be read by everybody.
# fix: Set `project_visibility = "PRIVATE"`, or leave it out.
# severity: high
# references: https://docs.aws.amazon.com/codebuild/latest/userguide/public-builds.html
# tags: network

policy {}

resource_policy "aws_codebuild_project" "not-public" {
  enforce {
    condition     = core::contains(["PRIVATE", ""], core::try(attrs.project_visibility, null) == null ? "" : core::try(attrs.project_visibility, null))
    error_message = "`project_visibility` is ${core::try(attrs.project_visibility, null) == null ? "not set" : core::try(attrs.project_visibility, null)}, must be PRIVATE"
  }
}
