# title: File systems are backed up automatically
# why: Without a backup policy deleted or encrypted files are gone.
# fix: Add an aws_efs_backup_policy for the file system with `status = "ENABLED"`.
# severity: medium
# references: https://docs.aws.amazon.com/efs/latest/ug/automatic-backups.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html
# tags: fsbp, backup

policy {}

resource_policy "aws_efs_file_system" "automatic-backups" {
  enforce {
    condition     = core::anytrue([for p in core::getresources("aws_efs_backup_policy", { file_system_id = core::try(attrs.id, "") }) : core::try(p.backup_policy[0].status, null) == "ENABLED"])
    error_message = "no aws_efs_backup_policy with `status` ENABLED for this file system"
  }
}
