# title: Instances have no public address
# why: An instance with a public address is one security group rule away from the whole
#   internet.
# fix: Set `associate_public_ip_address = false`; use a load balancer, Session Manager or a
#   VPN to get in.
# severity: high
# references: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/autoscaling-controls.html
# aliases: CKV_AWS_88, CKV_AWS_389, FSBP EC2.9, FSBP EC2.25
# tags: fsbp, network

policy {}

resource_policy "aws_instance" "no-public-ip" {
  enforce {
    condition     = core::try(attrs.associate_public_ip_address, null) == false
    error_message = "`associate_public_ip_address` is ${core::try(attrs.associate_public_ip_address, null) == null ? "not set" : "true"}, must be false"
  }
}

resource_policy "aws_launch_configuration" "no-public-ip" {
  enforce {
    condition     = core::try(attrs.associate_public_ip_address, null) == false
    error_message = "`associate_public_ip_address` is ${core::try(attrs.associate_public_ip_address, null) == null ? "not set" : "true"}, must be false"
  }
}

resource_policy "aws_launch_template" "no-public-ip" {
  enforce {
    condition = core::alltrue([
      for interface in core::try([for x in attrs.network_interfaces : x], []) :
      core::try(interface.associate_public_ip_address, null) != "true" && core::try(interface.associate_public_ip_address, null) != true
    ])
    error_message = "`network_interfaces.associate_public_ip_address` is true, must be false"
  }
}
