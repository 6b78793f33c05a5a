# title: Addresses of sources hold no credentials
# why: A token in the address can be read by everybody who may describe the project, and
#   stands in logs.
# fix: Take user and password out of `source.location`; use a connection or
#   aws_codebuild_source_credential.
# severity: critical
# references: https://docs.aws.amazon.com/codebuild/latest/userguide/access-tokens.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html
# tags: fsbp, iam, secrets

policy {}

resource_policy "aws_codebuild_project" "no-credentials-in-source" {
  enforce {
    condition     = !core::anytrue([for s in core::try([for x in attrs.source : x], []) : core::regex_match(core::try(s.location, null) == null ? "" : s.location, "^https?://[^/@]+@")])
    error_message = "`source.location` holds credentials, must not"
  }

  enforce {
    condition     = !core::anytrue([for s in core::try([for x in attrs.secondary_sources : x], []) : core::regex_match(core::try(s.location, null) == null ? "" : s.location, "^https?://[^/@]+@")])
    error_message = "`secondary_sources.location` holds credentials, must not"
  }
}
