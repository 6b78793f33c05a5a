# title: Buckets ignore ACLs altogether
# why: With ACLs, objects can belong to and be shared by whoever wrote them; without, the
#   bucket policy alone decides.
# fix: Set `object_ownership = "BucketOwnerEnforced"` in aws_s3_bucket_ownership_controls.
# severity: low
# references: https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html
# aliases: CKV2_AWS_65
# tags: fsbp, iam

policy {}

resource_policy "aws_s3_bucket_ownership_controls" "acls-disabled" {
  enforce {
    condition     = core::try(attrs.rule[0].object_ownership, null) == "BucketOwnerEnforced"
    error_message = "`rule.object_ownership` is ${core::valuetostring(core::try(attrs.rule[0].object_ownership, null))}, must be BucketOwnerEnforced"
  }
}
