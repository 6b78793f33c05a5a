# title: Volumes of workspaces are encrypted
# why: Desktops hold mail, documents and credentials of their users. It cannot be switched
#   on later.
# fix: Set `root_volume_encryption_enabled`, `user_volume_encryption_enabled` to true, and
#   `volume_encryption_key`.
# severity: high
# references: https://docs.aws.amazon.com/workspaces/latest/adminguide/encrypt-workspaces.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/workspaces-controls.html
# aliases: CKV_AWS_155, CKV_AWS_156
# tags: fsbp, encryption

policy {}

resource_policy "aws_workspaces_workspace" "volumes-encrypted" {
  enforce {
    condition     = core::try(attrs.root_volume_encryption_enabled, null) == true
    error_message = "`root_volume_encryption_enabled` is not true, must be true"
  }

  enforce {
    condition     = core::try(attrs.user_volume_encryption_enabled, null) == true
    error_message = "`user_volume_encryption_enabled` is not true, must be true"
  }
}
