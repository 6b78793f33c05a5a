# title: No policy changes permissions of every resource
# why: Whoever may write the policies of buckets, keys, functions or snapshots can open any
#   of them to the world.
# fix: Limit `Resource` to the resources concerned, or add a `Condition`.
# severity: medium
# references: https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege
# aliases: CKV_AWS_289, CKV_AWS_109
# tags: iam

policy {}

resource_policy "aws_iam_policy" "no-permissions-management-on-everything" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    open = [
      for s in local.statements : s
      if core::try(s.Effect, "") == "Allow" && !core::can(s.Condition)
      && core::anytrue([for r in core::flatten([core::try(s.Resource, [])]) : core::try(core::regex_match(r, "^[*]$"), false)])
    ]
    patterns = [for a in core::flatten([for s in local.open : core::try(s.Action, [])]) : "(?i)^${core::join(".*", core::split("*", a))}$" if core::try(core::regex_match(a, "^[A-Za-z0-9-]+:[A-Za-z0-9*]+$"), false)]
    found    = [for action in ["ec2:ModifyImageAttribute", "ec2:ModifySnapshotAttribute", "ecr:SetRepositoryPolicy", "events:PutPermission", "iam:AttachRolePolicy", "iam:PutRolePolicy", "iam:UpdateAssumeRolePolicy", "kms:CreateGrant", "kms:PutKeyPolicy", "lambda:AddPermission", "rds:ModifyDBClusterSnapshotAttribute", "rds:ModifyDBSnapshotAttribute", "s3:BypassGovernanceRetention", "s3:PutBucketAcl", "s3:PutBucketPolicy", "s3:PutObjectAcl", "secretsmanager:PutResourcePolicy", "sns:AddPermission", "sns:SetTopicAttributes", "sqs:AddPermission", "sqs:SetQueueAttributes", "ssm:ModifyDocumentPermission"] : action if core::anytrue([for p in local.patterns : core::regex_match(action, p)])]
  }

  enforce {
    condition     = core::length(local.found) == 0
    error_message = "`policy` allows ${core::join(", ", core::slice(local.found, 0, core::min(3, core::length(local.found))))}${core::length(local.found) > 3 ? " and ${core::length(local.found) - 3} more" : ""} on every resource, must name the resources or add a condition"
  }
}

resource_policy "aws_iam_role_policy" "no-permissions-management-on-everything" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    open = [
      for s in local.statements : s
      if core::try(s.Effect, "") == "Allow" && !core::can(s.Condition)
      && core::anytrue([for r in core::flatten([core::try(s.Resource, [])]) : core::try(core::regex_match(r, "^[*]$"), false)])
    ]
    patterns = [for a in core::flatten([for s in local.open : core::try(s.Action, [])]) : "(?i)^${core::join(".*", core::split("*", a))}$" if core::try(core::regex_match(a, "^[A-Za-z0-9-]+:[A-Za-z0-9*]+$"), false)]
    found    = [for action in ["ec2:ModifyImageAttribute", "ec2:ModifySnapshotAttribute", "ecr:SetRepositoryPolicy", "events:PutPermission", "iam:AttachRolePolicy", "iam:PutRolePolicy", "iam:UpdateAssumeRolePolicy", "kms:CreateGrant", "kms:PutKeyPolicy", "lambda:AddPermission", "rds:ModifyDBClusterSnapshotAttribute", "rds:ModifyDBSnapshotAttribute", "s3:BypassGovernanceRetention", "s3:PutBucketAcl", "s3:PutBucketPolicy", "s3:PutObjectAcl", "secretsmanager:PutResourcePolicy", "sns:AddPermission", "sns:SetTopicAttributes", "sqs:AddPermission", "sqs:SetQueueAttributes", "ssm:ModifyDocumentPermission"] : action if core::anytrue([for p in local.patterns : core::regex_match(action, p)])]
  }

  enforce {
    condition     = core::length(local.found) == 0
    error_message = "`policy` allows ${core::join(", ", core::slice(local.found, 0, core::min(3, core::length(local.found))))}${core::length(local.found) > 3 ? " and ${core::length(local.found) - 3} more" : ""} on every resource, must name the resources or add a condition"
  }
}

resource_policy "aws_iam_user_policy" "no-permissions-management-on-everything" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    open = [
      for s in local.statements : s
      if core::try(s.Effect, "") == "Allow" && !core::can(s.Condition)
      && core::anytrue([for r in core::flatten([core::try(s.Resource, [])]) : core::try(core::regex_match(r, "^[*]$"), false)])
    ]
    patterns = [for a in core::flatten([for s in local.open : core::try(s.Action, [])]) : "(?i)^${core::join(".*", core::split("*", a))}$" if core::try(core::regex_match(a, "^[A-Za-z0-9-]+:[A-Za-z0-9*]+$"), false)]
    found    = [for action in ["ec2:ModifyImageAttribute", "ec2:ModifySnapshotAttribute", "ecr:SetRepositoryPolicy", "events:PutPermission", "iam:AttachRolePolicy", "iam:PutRolePolicy", "iam:UpdateAssumeRolePolicy", "kms:CreateGrant", "kms:PutKeyPolicy", "lambda:AddPermission", "rds:ModifyDBClusterSnapshotAttribute", "rds:ModifyDBSnapshotAttribute", "s3:BypassGovernanceRetention", "s3:PutBucketAcl", "s3:PutBucketPolicy", "s3:PutObjectAcl", "secretsmanager:PutResourcePolicy", "sns:AddPermission", "sns:SetTopicAttributes", "sqs:AddPermission", "sqs:SetQueueAttributes", "ssm:ModifyDocumentPermission"] : action if core::anytrue([for p in local.patterns : core::regex_match(action, p)])]
  }

  enforce {
    condition     = core::length(local.found) == 0
    error_message = "`policy` allows ${core::join(", ", core::slice(local.found, 0, core::min(3, core::length(local.found))))}${core::length(local.found) > 3 ? " and ${core::length(local.found) - 3} more" : ""} on every resource, must name the resources or add a condition"
  }
}

resource_policy "aws_iam_group_policy" "no-permissions-management-on-everything" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])])
    open = [
      for s in local.statements : s
      if core::try(s.Effect, "") == "Allow" && !core::can(s.Condition)
      && core::anytrue([for r in core::flatten([core::try(s.Resource, [])]) : core::try(core::regex_match(r, "^[*]$"), false)])
    ]
    patterns = [for a in core::flatten([for s in local.open : core::try(s.Action, [])]) : "(?i)^${core::join(".*", core::split("*", a))}$" if core::try(core::regex_match(a, "^[A-Za-z0-9-]+:[A-Za-z0-9*]+$"), false)]
    found    = [for action in ["ec2:ModifyImageAttribute", "ec2:ModifySnapshotAttribute", "ecr:SetRepositoryPolicy", "events:PutPermission", "iam:AttachRolePolicy", "iam:PutRolePolicy", "iam:UpdateAssumeRolePolicy", "kms:CreateGrant", "kms:PutKeyPolicy", "lambda:AddPermission", "rds:ModifyDBClusterSnapshotAttribute", "rds:ModifyDBSnapshotAttribute", "s3:BypassGovernanceRetention", "s3:PutBucketAcl", "s3:PutBucketPolicy", "s3:PutObjectAcl", "secretsmanager:PutResourcePolicy", "sns:AddPermission", "sns:SetTopicAttributes", "sqs:AddPermission", "sqs:SetQueueAttributes", "ssm:ModifyDocumentPermission"] : action if core::anytrue([for p in local.patterns : core::regex_match(action, p)])]
  }

  enforce {
    condition     = core::length(local.found) == 0
    error_message = "`policy` allows ${core::join(", ", core::slice(local.found, 0, core::min(3, core::length(local.found))))}${core::length(local.found) > 3 ? " and ${core::length(local.found) - 3} more" : ""} on every resource, must name the resources or add a condition"
  }
}

resource_policy "aws_ssoadmin_permission_set_inline_policy" "no-permissions-management-on-everything" {
  locals {
    statements = core::flatten([core::try(core::jsondecode(attrs.inline_policy).Statement, [])])
    open = [
      for s in local.statements : s
      if core::try(s.Effect, "") == "Allow" && !core::can(s.Condition)
      && core::anytrue([for r in core::flatten([core::try(s.Resource, [])]) : core::try(core::regex_match(r, "^[*]$"), false)])
    ]
    patterns = [for a in core::flatten([for s in local.open : core::try(s.Action, [])]) : "(?i)^${core::join(".*", core::split("*", a))}$" if core::try(core::regex_match(a, "^[A-Za-z0-9-]+:[A-Za-z0-9*]+$"), false)]
    found    = [for action in ["ec2:ModifyImageAttribute", "ec2:ModifySnapshotAttribute", "ecr:SetRepositoryPolicy", "events:PutPermission", "iam:AttachRolePolicy", "iam:PutRolePolicy", "iam:UpdateAssumeRolePolicy", "kms:CreateGrant", "kms:PutKeyPolicy", "lambda:AddPermission", "rds:ModifyDBClusterSnapshotAttribute", "rds:ModifyDBSnapshotAttribute", "s3:BypassGovernanceRetention", "s3:PutBucketAcl", "s3:PutBucketPolicy", "s3:PutObjectAcl", "secretsmanager:PutResourcePolicy", "sns:AddPermission", "sns:SetTopicAttributes", "sqs:AddPermission", "sqs:SetQueueAttributes", "ssm:ModifyDocumentPermission"] : action if core::anytrue([for p in local.patterns : core::regex_match(action, p)])]
  }

  enforce {
    condition     = core::length(local.found) == 0
    error_message = "`inline_policy` allows ${core::join(", ", core::slice(local.found, 0, core::min(3, core::length(local.found))))}${core::length(local.found) > 3 ? " and ${core::length(local.found) - 3} more" : ""} on every resource, must name the resources or add a condition"
  }
}

# Where it is not written the argument is computed, and not known before the apply: then
# there is nothing to judge here.
resource_policy "aws_iam_role" "no-permissions-management-on-everything" {
  filter = core::valuetostring(core::try(attrs.inline_policy, null)) != "(unknown)"

  locals {
    statements = core::flatten([for p in core::try([for i in attrs.inline_policy : i], []) : core::try(core::jsondecode(p.policy).Statement, [])])
    open = [
      for s in local.statements : s
      if core::try(s.Effect, "") == "Allow" && !core::can(s.Condition)
      && core::anytrue([for r in core::flatten([core::try(s.Resource, [])]) : core::try(core::regex_match(r, "^[*]$"), false)])
    ]
    patterns = [for a in core::flatten([for s in local.open : core::try(s.Action, [])]) : "(?i)^${core::join(".*", core::split("*", a))}$" if core::try(core::regex_match(a, "^[A-Za-z0-9-]+:[A-Za-z0-9*]+$"), false)]
    found    = [for action in ["ec2:ModifyImageAttribute", "ec2:ModifySnapshotAttribute", "ecr:SetRepositoryPolicy", "events:PutPermission", "iam:AttachRolePolicy", "iam:PutRolePolicy", "iam:UpdateAssumeRolePolicy", "kms:CreateGrant", "kms:PutKeyPolicy", "lambda:AddPermission", "rds:ModifyDBClusterSnapshotAttribute", "rds:ModifyDBSnapshotAttribute", "s3:BypassGovernanceRetention", "s3:PutBucketAcl", "s3:PutBucketPolicy", "s3:PutObjectAcl", "secretsmanager:PutResourcePolicy", "sns:AddPermission", "sns:SetTopicAttributes", "sqs:AddPermission", "sqs:SetQueueAttributes", "ssm:ModifyDocumentPermission"] : action if core::anytrue([for p in local.patterns : core::regex_match(action, p)])]
  }

  enforce {
    condition     = core::length(local.found) == 0
    error_message = "`inline_policy` allows ${core::join(", ", core::slice(local.found, 0, core::min(3, core::length(local.found))))}${core::length(local.found) > 3 ? " and ${core::length(local.found) - 3} more" : ""} on every resource, must name the resources or add a condition"
  }
}
