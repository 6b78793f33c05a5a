# title: Snapshots carry the tags of their database
# why: Untagged snapshots fall out of access rules, cost reports and clean-up that go by
#   tags.
# fix: Set `copy_tags_to_snapshot = true`.
# severity: low
# references: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Tagging.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html
# aliases: CKV2_AWS_60, CKV_AWS_313, FSBP RDS.16, FSBP RDS.17
# tags: fsbp, tagging

policy {}

resource_policy "aws_db_instance" "copy-tags-to-snapshot" {
  enforce {
    condition     = core::try(attrs.copy_tags_to_snapshot, null) == true
    error_message = "`copy_tags_to_snapshot` is ${core::try(attrs.copy_tags_to_snapshot, null) == null ? "not set" : "false"}, must be true"
  }
}

resource_policy "aws_rds_cluster" "copy-tags-to-snapshot" {
  enforce {
    condition     = core::try(attrs.copy_tags_to_snapshot, null) == true
    error_message = "`copy_tags_to_snapshot` is ${core::try(attrs.copy_tags_to_snapshot, null) == null ? "not set" : "false"}, must be true"
  }
}
