# title: Images are scanned when they are pushed
# why: Without a scan images with known holes go to production unseen.
# fix: Add an `image_scanning_configuration` block with `scan_on_push = true`, or an
#   aws_ecr_registry_scanning_configuration for the registry.
# severity: medium
# references: https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html
# aliases: CKV_AWS_163
# tags: fsbp

policy {}

resource_policy "aws_ecr_repository" "scan-on-push" {
  enforce {
    condition     = core::try(attrs.image_scanning_configuration[0].scan_on_push, null) == true || core::anytrue([for c in core::getresources("aws_ecr_registry_scanning_configuration", {}) : core::length(core::try([for x in c.rule : x], [])) > 0])
    error_message = "`image_scanning_configuration.scan_on_push` is not true, must be true"
  }
}
