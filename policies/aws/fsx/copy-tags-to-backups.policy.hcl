# title: Backups carry the tags of their file system
# why: Untagged backups fall out of access rules, cost reports and clean-up that go by tags.
# fix: Set `copy_tags_to_backups = true`.
# severity: low
# references: https://docs.aws.amazon.com/fsx/latest/OpenZFSGuide/using-backups.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/fsx-controls.html
# tags: tagging

policy {}

resource_policy "aws_fsx_openzfs_file_system" "copy-tags-to-backups" {
  enforce {
    condition     = core::try(attrs.copy_tags_to_backups, null) == true
    error_message = "`copy_tags_to_backups` is ${core::try(attrs.copy_tags_to_backups, null) == null ? "not set" : "false"}, must be true"
  }
}

resource_policy "aws_fsx_windows_file_system" "copy-tags-to-backups" {
  enforce {
    condition     = core::try(attrs.copy_tags_to_backups, null) == true
    error_message = "`copy_tags_to_backups` is ${core::try(attrs.copy_tags_to_backups, null) == null ? "not set" : "false"}, must be true"
  }
}
