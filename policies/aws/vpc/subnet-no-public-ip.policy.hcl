# title: Subnets give out no public addresses
# why: Everything started in such a subnet is on the internet, unless somebody remembers to
#   say otherwise.
# fix: Leave out `map_public_ip_on_launch` or set it to false; give addresses to load
#   balancers and gateways only.
# severity: medium
# references: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html
# aliases: CKV_AWS_130, FSBP EC2.15
# tags: fsbp, network

policy {}

resource_policy "aws_subnet" "subnet-no-public-ip" {
  enforce {
    condition     = core::try(attrs.map_public_ip_on_launch, null) == false
    error_message = "`map_public_ip_on_launch` is ${core::try(attrs.map_public_ip_on_launch, null) == null ? "not set" : "true"}, must be false"
  }
}
