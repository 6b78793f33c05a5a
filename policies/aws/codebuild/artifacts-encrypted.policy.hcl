# title: Artifacts of builds are encrypted
# why: Artifacts are what will be deployed, and often hold configuration.
# fix: Leave `encryption_disabled` out of `artifacts` and `secondary_artifacts`, or set it
#   to false.
# severity: medium
# references: https://docs.aws.amazon.com/codebuild/latest/userguide/security-encryption.html
# aliases: CKV_AWS_78
# tags: encryption

policy {}

resource_policy "aws_codebuild_project" "artifacts-encrypted" {
  enforce {
    condition     = !core::anytrue([for a in core::try([for x in attrs.artifacts : x], []) : core::try(a.type, null) != "NO_ARTIFACTS" && core::try(a.encryption_disabled, null) == true])
    error_message = "`artifacts.encryption_disabled` is true, must be false"
  }

  enforce {
    condition     = !core::anytrue([for a in core::try([for x in attrs.secondary_artifacts : x], []) : core::try(a.type, null) != "NO_ARTIFACTS" && core::try(a.encryption_disabled, null) == true])
    error_message = "`secondary_artifacts.encryption_disabled` is true, must be false"
  }
}
