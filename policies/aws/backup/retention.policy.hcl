# title: Backup plans keep recovery points long enough, and no longer than allowed
# why: Too short, and a late discovery cannot be undone; without an end, copies outlive what
#   retention rules allow and are paid for forever.
# fix: Give every `rule` of aws_backup_plan a `lifecycle` with `delete_after` between the
#   inputs `backup-plan-retention-min` and `backup-plan-retention-max`.
# severity: medium
# references: https://docs.aws.amazon.com/aws-backup/latest/devguide/creating-a-backup-plan.html
# tags: backup

policy {}

input "backup-plan-retention-min" {
  type        = number
  default     = 7
  description = "Fewest days that recovery points are kept"
}

input "backup-plan-retention-max" {
  type        = number
  default     = 3650
  description = "Most days that recovery points are kept"
}

resource_policy "aws_backup_plan" "retention" {
  locals {
    days = [
      for rule in core::try([for x in attrs.rule : x], []) :
      core::try(rule.lifecycle[0].delete_after, null)
    ]
  }

  enforce {
    condition     = core::alltrue([for days in local.days : days == null ? false : days >= input.backup-plan-retention-min && days <= input.backup-plan-retention-max])
    error_message = "`rule.lifecycle.delete_after` must be from ${input.backup-plan-retention-min} to ${input.backup-plan-retention-max} days in every rule"
  }
}
