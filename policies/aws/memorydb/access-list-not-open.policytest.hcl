policytest {
  targets = ["access-list-not-open.policy.hcl"]
}

resource "aws_memorydb_cluster" "own" {
  attrs = {
    acl_name = "app"
  }
}

resource "aws_memorydb_cluster" "open" {
  expect_failure = true
  attrs = {
    acl_name = "open-access"
  }
}

resource "aws_memorydb_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["acl_name"]
  attrs          = {}
}
