# title: Buckets state how they are encrypted
# why: S3 encrypts new objects by itself, but only a stated configuration is reviewed, kept
#   from drifting, and seen by auditors.
# fix: Add an aws_s3_bucket_server_side_encryption_configuration (before version 4 of the
#   AWS provider: a `server_side_encryption_configuration` block).
# severity: low
# references: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html
# aliases: CKV_AWS_19
# tags: encryption

policy {}

resource_policy "aws_s3_bucket" "encryption-configured" {
  locals {
    by_id   = core::length(core::getresources("aws_s3_bucket_server_side_encryption_configuration", { bucket = core::try(attrs.id, "") })) > 0
    by_name = core::length(core::getresources("aws_s3_bucket_server_side_encryption_configuration", { bucket = core::try(attrs.bucket, "") })) > 0
    # References settle the id; names written out are compared where they do not.
    found = core::valuetostring(core::try(attrs.id, "")) != "" && core::valuetostring(local.by_id) != "(unknown)" ? local.by_id : local.by_name
  }

  enforce {
    condition     = core::length(core::try([for c in attrs.server_side_encryption_configuration : c], [])) > 0 || local.found
    error_message = "no aws_s3_bucket_server_side_encryption_configuration for this bucket"
  }
}
