# title: Queries use the settings of their workgroup
# why: Otherwise every client can choose another bucket and no encryption for its results.
# fix: Set `configuration.enforce_workgroup_configuration = true`, or leave it out.
# severity: medium
# references: https://docs.aws.amazon.com/athena/latest/ug/workgroups-settings-override.html
# aliases: CKV_AWS_82
# tags: encryption

policy {}

resource_policy "aws_athena_workgroup" "workgroup-enforced" {
  enforce {
    condition     = core::try(attrs.configuration[0].enforce_workgroup_configuration, null) != false
    error_message = "`configuration.enforce_workgroup_configuration` is false, must be true"
  }
}
