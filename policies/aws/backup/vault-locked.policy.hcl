# title: Backup vaults are locked
# why: Whoever takes over an account deletes the backups first; a vault lock keeps them for
#   their retention.
# fix: Add an aws_backup_vault_lock_configuration for the vault, with `min_retention_days`.
# severity: low
# references: https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
# tags: backup

policy {}

resource_policy "aws_backup_vault" "vault-locked" {
  locals {
    by_id   = core::length(core::getresources("aws_backup_vault_lock_configuration", { backup_vault_name = core::try(attrs.id, "") })) > 0
    by_name = core::length(core::getresources("aws_backup_vault_lock_configuration", { backup_vault_name = core::try(attrs.name, "") })) > 0
    # References settle the id; names written out are compared where they do not.
    found = core::valuetostring(core::try(attrs.id, "")) != "" && core::valuetostring(local.by_id) != "(unknown)" ? local.by_id : local.by_name
  }

  enforce {
    condition     = local.found
    error_message = "no aws_backup_vault_lock_configuration for this vault"
  }
}
