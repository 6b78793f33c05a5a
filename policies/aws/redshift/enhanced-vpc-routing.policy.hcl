# title: Warehouses move data through the VPC
# why: Otherwise COPY and UNLOAD go over the internet, past flow logs, endpoint policies and
#   security groups.
# fix: Set `enhanced_vpc_routing = true`.
# severity: medium
# references: https://docs.aws.amazon.com/redshift/latest/mgmt/enhanced-vpc-routing.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html
# aliases: CKV_AWS_321
# tags: fsbp, network

policy {}

resource_policy "aws_redshift_cluster" "enhanced-vpc-routing" {
  enforce {
    condition     = core::try(attrs.enhanced_vpc_routing, null) == true
    error_message = "`enhanced_vpc_routing` is ${core::try(attrs.enhanced_vpc_routing, null) == null ? "not set" : "false"}, must be true"
  }
}

resource_policy "aws_redshiftserverless_workgroup" "enhanced-vpc-routing" {
  enforce {
    condition     = core::try(attrs.enhanced_vpc_routing, null) == true
    error_message = "`enhanced_vpc_routing` is ${core::try(attrs.enhanced_vpc_routing, null) == null ? "not set" : "false"}, must be true"
  }
}
