policytest {
  targets = ["vault-locked.policy.hcl"]
}

resource "aws_backup_vault" "locked_a" {
  attrs = {
    id   = "a"
    name = "a"
  }
}

resource "aws_backup_vault_lock_configuration" "a" {
  attrs = {
    backup_vault_name = aws_backup_vault.locked_a.name
  }
}

resource "aws_backup_vault" "locked_b" {
  attrs = {
    id   = "b"
    name = "b"
  }
}

resource "aws_backup_vault_lock_configuration" "b" {
  attrs = {
    backup_vault_name = aws_backup_vault.locked_b.id
  }
}

resource "aws_backup_vault" "by_name" {
  unknown = ["id"]
  attrs = {
    name = "c"
  }
}

resource "aws_backup_vault_lock_configuration" "c" {
  attrs = {
    backup_vault_name = aws_backup_vault.by_name.name
  }
}

resource "aws_backup_vault" "without" {
  expect_failure = true
  attrs = {
    id   = "d"
    name = "d"
  }
}

resource "aws_backup_vault" "known_after_apply" {
  expect_unknown = true
  unknown        = ["id", "name"]
  attrs = {
    tags = null
  }
}
