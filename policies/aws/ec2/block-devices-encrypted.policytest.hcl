policytest {
  targets = ["block-devices-encrypted.policy.hcl"]
}

resource "aws_instance" "root" {
  attrs = {
    root_block_device = [{ encrypted = true }]
  }
}

resource "aws_instance" "both" {
  attrs = {
    root_block_device = [{ encrypted = true }]
    ebs_block_device  = [{ device_name = "/dev/sdf", encrypted = true }]
  }
}

resource "aws_instance" "root_plain" {
  expect_failure = true
  attrs = {
    root_block_device = [{ encrypted = false }]
  }
}

resource "aws_instance" "root_default" {
  expect_failure = true
  attrs = {
    root_block_device = [{ encrypted = null }]
  }
}

resource "aws_instance" "root_not_written" {
  expect_unknown = true
  unknown        = ["root_block_device"]
  attrs = {
    instance_type = "t3.micro"
  }
}

resource "aws_instance" "root_missing" {
  expect_failure = true
  attrs = {
    instance_type = "t3.micro"
  }
}

resource "aws_instance" "instance_store" {
  attrs = {
    root_block_device = []
  }
}

resource "aws_instance" "second_plain" {
  expect_failure = true
  attrs = {
    root_block_device = [{ encrypted = true }]
    ebs_block_device  = [{ device_name = "/dev/sdf", encrypted = true }, { device_name = "/dev/sdg", encrypted = null }]
  }
}

resource "aws_instance" "no_second" {
  unknown = ["ebs_block_device"]
  attrs = {
    root_block_device = [{ encrypted = true }]
  }
}

resource "aws_instance" "second_known_after_apply" {
  expect_unknown = true
  unknown        = ["ebs_block_device.0.encrypted"]
  attrs = {
    root_block_device = [{ encrypted = true }]
    ebs_block_device  = [{ device_name = "/dev/sdf" }]
  }
}

resource "aws_launch_configuration" "root" {
  attrs = {
    root_block_device = [{ encrypted = true }]
  }
}

resource "aws_launch_configuration" "both" {
  attrs = {
    root_block_device = [{ encrypted = true }]
    ebs_block_device  = [{ device_name = "/dev/sdf", encrypted = true }]
  }
}

resource "aws_launch_configuration" "root_plain" {
  expect_failure = true
  attrs = {
    root_block_device = [{ encrypted = false }]
  }
}

resource "aws_launch_configuration" "root_default" {
  expect_failure = true
  attrs = {
    root_block_device = [{ encrypted = null }]
  }
}

resource "aws_launch_configuration" "root_not_written" {
  expect_unknown = true
  unknown        = ["root_block_device"]
  attrs = {
    instance_type = "t3.micro"
  }
}

resource "aws_launch_configuration" "root_missing" {
  expect_failure = true
  attrs = {
    instance_type = "t3.micro"
  }
}

resource "aws_launch_configuration" "instance_store" {
  attrs = {
    root_block_device = []
  }
}

resource "aws_launch_configuration" "second_plain" {
  expect_failure = true
  attrs = {
    root_block_device = [{ encrypted = true }]
    ebs_block_device  = [{ device_name = "/dev/sdf", encrypted = true }, { device_name = "/dev/sdg", encrypted = null }]
  }
}

resource "aws_launch_configuration" "no_second" {
  unknown = ["ebs_block_device"]
  attrs = {
    root_block_device = [{ encrypted = true }]
  }
}

resource "aws_launch_configuration" "second_known_after_apply" {
  expect_unknown = true
  unknown        = ["ebs_block_device.0.encrypted"]
  attrs = {
    root_block_device = [{ encrypted = true }]
    ebs_block_device  = [{ device_name = "/dev/sdf" }]
  }
}

resource "aws_launch_template" "encrypted" {
  attrs = {
    block_device_mappings = [{ device_name = "/dev/sda1", ebs = [{ encrypted = "true" }] }]
  }
}

resource "aws_launch_template" "second_plain" {
  expect_failure = true
  attrs = {
    block_device_mappings = [{ device_name = "/dev/sda1", ebs = [{ encrypted = "true" }] }, { device_name = "/dev/sda1", ebs = [{ encrypted = "false" }] }]
  }
}

resource "aws_launch_template" "default" {
  expect_failure = true
  attrs = {
    block_device_mappings = [{ device_name = "/dev/sda1", ebs = [{ encrypted = null }] }]
  }
}

resource "aws_launch_template" "not_ebs" {
  attrs = {
    block_device_mappings = [{ device_name = "/dev/sdb", virtual_name = "ephemeral0", ebs = [] }]
  }
}

resource "aws_launch_template" "disks_of_the_image" {
  attrs = {
    block_device_mappings = []
  }
}

resource "aws_launch_template" "known_after_apply" {
  expect_unknown = true
  unknown        = ["block_device_mappings.0.ebs.0.encrypted"]
  attrs = {
    block_device_mappings = [{ device_name = "/dev/sda1", ebs = [{ encrypted = "" }] }]
  }
}
