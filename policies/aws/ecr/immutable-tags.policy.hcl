# title: Image tags cannot be moved
# why: Whoever may push can put another image under the tag that production runs.
# fix: Set `image_tag_mutability = "IMMUTABLE"`.
# severity: medium
# references: https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html
# aliases: CKV_AWS_51
# tags: fsbp

policy {}

resource_policy "aws_ecr_repository" "immutable-tags" {
  enforce {
    condition     = core::contains(["IMMUTABLE", "IMMUTABLE_WITH_EXCLUSION"], core::try(attrs.image_tag_mutability, null) == null ? "" : core::try(attrs.image_tag_mutability, null))
    error_message = "`image_tag_mutability` is ${core::try(attrs.image_tag_mutability, null) == null ? "not set" : core::try(attrs.image_tag_mutability, null)}, must be IMMUTABLE or IMMUTABLE_WITH_EXCLUSION"
  }
}
