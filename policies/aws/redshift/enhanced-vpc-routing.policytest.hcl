policytest {
  targets = ["enhanced-vpc-routing.policy.hcl"]
}

resource "aws_redshift_cluster" "right" {
  attrs = {
    enhanced_vpc_routing = true
  }
}

resource "aws_redshift_cluster" "wrong" {
  expect_failure = true
  attrs = {
    enhanced_vpc_routing = false
  }
}

resource "aws_redshift_cluster" "default" {
  expect_failure = true
  attrs = {
    enhanced_vpc_routing = null
  }
}

resource "aws_redshift_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["enhanced_vpc_routing"]
  attrs = {
    enhanced_vpc_routing = true
  }
}

resource "aws_redshiftserverless_workgroup" "right" {
  attrs = {
    enhanced_vpc_routing = true
  }
}

resource "aws_redshiftserverless_workgroup" "wrong" {
  expect_failure = true
  attrs = {
    enhanced_vpc_routing = false
  }
}

resource "aws_redshiftserverless_workgroup" "default" {
  expect_failure = true
  attrs = {
    enhanced_vpc_routing = null
  }
}

resource "aws_redshiftserverless_workgroup" "known_after_apply" {
  expect_unknown = true
  unknown        = ["enhanced_vpc_routing"]
  attrs = {
    enhanced_vpc_routing = true
  }
}
