# title: Database snapshots are not shared with everybody
# why: A snapshot shared with `all` can be restored, and read whole, by any AWS account.
# fix: Remove "all" from `shared_accounts`; name the accounts that need the snapshot.
# severity: critical
# references: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ShareSnapshot.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html
# aliases: CKV_AWS_302, FSBP RDS.1
# tags: fsbp, network

policy {}

resource_policy "aws_db_snapshot" "snapshot-not-public" {
  enforce {
    condition     = !core::contains(core::try([for account in attrs.shared_accounts : account], []), "all")
    error_message = "`shared_accounts` holds \"all\", must name accounts"
  }
}

resource_policy "aws_db_cluster_snapshot" "snapshot-not-public" {
  enforce {
    condition     = !core::contains(core::try([for account in attrs.shared_accounts : account], []), "all")
    error_message = "`shared_accounts` holds \"all\", must name accounts"
  }
}

resource_policy "aws_db_snapshot_copy" "snapshot-not-public" {
  enforce {
    condition     = !core::contains(core::try([for account in attrs.shared_accounts : account], []), "all")
    error_message = "`shared_accounts` holds \"all\", must name accounts"
  }
}

resource_policy "aws_rds_cluster_snapshot_copy" "snapshot-not-public" {
  enforce {
    condition     = !core::contains(core::try([for account in attrs.shared_accounts : account], []), "all")
    error_message = "`shared_accounts` holds \"all\", must name accounts"
  }
}
