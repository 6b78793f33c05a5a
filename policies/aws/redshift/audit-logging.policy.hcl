# title: Warehouses write audit logs
# why: Without them nobody can say who connected and what they queried.
# fix: Add an aws_redshift_logging for the cluster (before version 6 of the AWS provider
#   also: a `logging` block with `enable = true`).
# severity: medium
# references: https://docs.aws.amazon.com/redshift/latest/mgmt/db-auditing.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html
# aliases: CKV_AWS_71
# tags: fsbp, logging

policy {}

resource_policy "aws_redshift_cluster" "audit-logging" {
  locals {
    by_id   = core::length(core::getresources("aws_redshift_logging", { cluster_identifier = core::try(attrs.id, "") })) > 0
    by_name = core::length(core::getresources("aws_redshift_logging", { cluster_identifier = core::try(attrs.cluster_identifier, "") })) > 0
    # References settle the id; names written out are compared where they do not.
    found = core::valuetostring(core::try(attrs.id, "")) != "" && core::valuetostring(local.by_id) != "(unknown)" ? local.by_id : local.by_name
  }

  enforce {
    condition     = core::try(attrs.logging[0].enable, null) == true || local.found
    error_message = "audit logging is off, must have an aws_redshift_logging or `logging.enable` true"
  }
}
