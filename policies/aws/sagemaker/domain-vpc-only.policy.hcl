# title: Domains reach the internet through the VPC only
# why: Otherwise notebooks of the domain go straight to the internet, past your network.
# fix: Set `app_network_access_type = "VpcOnly"`.
# severity: medium
# references: https://docs.aws.amazon.com/sagemaker/latest/dg/studio-notebooks-and-internet-access.html
# tags: network

policy {}

resource_policy "aws_sagemaker_domain" "domain-vpc-only" {
  enforce {
    condition     = core::contains(["VpcOnly"], core::try(attrs.app_network_access_type, null) == null ? "" : core::try(attrs.app_network_access_type, null))
    error_message = "`app_network_access_type` is ${core::try(attrs.app_network_access_type, null) == null ? "not set" : core::try(attrs.app_network_access_type, null)}, must be VpcOnly"
  }
}
