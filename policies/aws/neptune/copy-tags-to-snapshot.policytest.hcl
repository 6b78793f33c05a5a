policytest {
  targets = ["copy-tags-to-snapshot.policy.hcl"]
}

resource "aws_neptune_cluster" "right" {
  attrs = {
    copy_tags_to_snapshot = true
  }
}

resource "aws_neptune_cluster" "wrong" {
  expect_failure = true
  attrs = {
    copy_tags_to_snapshot = false
  }
}

resource "aws_neptune_cluster" "default" {
  expect_failure = true
  attrs = {
    copy_tags_to_snapshot = null
  }
}

resource "aws_neptune_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["copy_tags_to_snapshot"]
  attrs = {
    copy_tags_to_snapshot = true
  }
}
