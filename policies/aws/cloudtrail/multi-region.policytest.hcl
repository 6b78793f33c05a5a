policytest {
  targets = ["multi-region.policy.hcl"]
}

resource "aws_cloudtrail" "right" {
  attrs = {
    is_multi_region_trail = true
  }
}

resource "aws_cloudtrail" "wrong" {
  expect_failure = true
  attrs = {
    is_multi_region_trail = false
  }
}

resource "aws_cloudtrail" "default" {
  expect_failure = true
  attrs = {
    is_multi_region_trail = null
  }
}

resource "aws_cloudtrail" "known_after_apply" {
  expect_unknown = true
  unknown        = ["is_multi_region_trail"]
  attrs = {
    is_multi_region_trail = true
  }
}
