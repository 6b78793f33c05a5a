# title: Old images are removed
# why: Without a lifecycle policy images with known holes, and their cost, pile up for ever.
# fix: Add an aws_ecr_lifecycle_policy for the repository.
# severity: low
# references: https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html
# tags: fsbp

policy {}

resource_policy "aws_ecr_repository" "lifecycle-policy" {
  enforce {
    condition = (
      core::length(core::getresources("aws_ecr_lifecycle_policy", { repository = core::try(attrs.name, null) })) > 0
      || core::length(core::getresources("aws_ecr_lifecycle_policy", { repository = core::try(attrs.id, null) })) > 0
    )
    error_message = "no aws_ecr_lifecycle_policy for this repository"
  }
}
