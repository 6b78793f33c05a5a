# title: Snapshots carry the tags of their graph database
# why: Untagged snapshots fall out of access rules, cost reports and clean-up that go by
#   tags.
# fix: Set `copy_tags_to_snapshot = true`.
# severity: low
# references: https://docs.aws.amazon.com/neptune/latest/userguide/tagging.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/neptune-controls.html
# aliases: CKV_AWS_362
# tags: fsbp, tagging

policy {}

resource_policy "aws_neptune_cluster" "copy-tags-to-snapshot" {
  enforce {
    condition     = core::try(attrs.copy_tags_to_snapshot, null) == true
    error_message = "`copy_tags_to_snapshot` is ${core::try(attrs.copy_tags_to_snapshot, null) == null ? "not set" : "false"}, must be true"
  }
}
