# title: Disks of instances are encrypted
# why: Unencrypted disks and their snapshots can be read by whoever gets at a copy;
#   encryption cannot be added later without replacing the disk.
# fix: Set `encrypted = true` in `root_block_device`, in every `ebs_block_device`, and in
#   every `block_device_mappings.ebs`.
# severity: high
# references: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AMIEncryption.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html
# aliases: CKV_AWS_8, FSBP EC2.3
# tags: fsbp, encryption

policy {}

resource_policy "aws_instance" "block-devices-encrypted" {
  locals {
    devices = core::try([for device in attrs.root_block_device : device], null)
  }

  enforce {
    condition     = local.devices == null ? false : core::alltrue([for device in local.devices : core::try(device.encrypted, null) == true])
    error_message = "`root_block_device.encrypted` is not true"
  }
}

# Where no such block is written the argument is computed, and not known before the
# apply: then there is nothing to judge.
resource_policy "aws_instance" "block-devices-encrypted-ebs" {
  filter = core::valuetostring(core::try(attrs.ebs_block_device, null)) != "(unknown)"

  enforce {
    condition = core::alltrue([
      for device in core::try([for x in attrs.ebs_block_device : x], []) :
      core::try(device.encrypted, null) == true || core::try(device.no_device, null) == true
    ])
    error_message = "`ebs_block_device.encrypted` is not true"
  }
}

resource_policy "aws_launch_configuration" "block-devices-encrypted" {
  locals {
    devices = core::try([for device in attrs.root_block_device : device], null)
  }

  enforce {
    condition     = local.devices == null ? false : core::alltrue([for device in local.devices : core::try(device.encrypted, null) == true])
    error_message = "`root_block_device.encrypted` is not true"
  }
}

# Where no such block is written the argument is computed, and not known before the
# apply: then there is nothing to judge.
resource_policy "aws_launch_configuration" "block-devices-encrypted-ebs" {
  filter = core::valuetostring(core::try(attrs.ebs_block_device, null)) != "(unknown)"

  enforce {
    condition = core::alltrue([
      for device in core::try([for x in attrs.ebs_block_device : x], []) :
      core::try(device.encrypted, null) == true || core::try(device.no_device, null) == true
    ])
    error_message = "`ebs_block_device.encrypted` is not true"
  }
}

resource_policy "aws_launch_template" "block-devices-encrypted" {
  enforce {
    condition = core::alltrue(core::flatten([
      for mapping in core::try([for x in attrs.block_device_mappings : x], []) :
      [
        for ebs in core::try([for x in mapping.ebs : x], []) : core::try(ebs.encrypted, null) == "true" || core::try(ebs.encrypted, null) == true
      ]
    ]))
    error_message = "`block_device_mappings.ebs.encrypted` is not true"
  }
}
