# title: Sources are fetched over verified TLS
# why: Without verification anybody on the way can put other code into the build.
# fix: Set `source.insecure_ssl = false`, or leave it out.
# severity: medium
# references: https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectSource.html
# tags: network, encryption

policy {}

resource_policy "aws_codebuild_project" "source-over-tls" {
  enforce {
    condition     = core::try(attrs.source[0].insecure_ssl, null) != true
    error_message = "`source.insecure_ssl` is true, must be false"
  }
}
