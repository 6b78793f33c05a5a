# title: Artifacts of pipelines are encrypted with a KMS key of the account
# why: They are what will be deployed; a key of your own decides who may read them, and can
#   be shared with other accounts.
# fix: Add an `encryption_key` block to every `artifact_store`.
# severity: low
# references: https://docs.aws.amazon.com/codepipeline/latest/userguide/S3-artifact-encryption.html
# aliases: CKV_AWS_219
# tags: encryption

policy {}

resource_policy "aws_codepipeline" "artifacts-own-key" {
  enforce {
    condition     = core::alltrue([for s in core::try([for x in attrs.artifact_store : x], []) : core::try(s.encryption_key[0].id, null) != null])
    error_message = "`artifact_store.encryption_key` is not set, must name a KMS key"
  }
}
