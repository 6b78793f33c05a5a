policytest {
  targets = ["immutable-tags.policy.hcl"]
}

resource "aws_ecr_repository" "right" {
  attrs = {
    image_tag_mutability = "IMMUTABLE"
  }
}

resource "aws_ecr_repository" "right_1" {
  attrs = {
    image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"
  }
}

resource "aws_ecr_repository" "wrong" {
  expect_failure = true
  attrs = {
    image_tag_mutability = "MUTABLE"
  }
}

resource "aws_ecr_repository" "wrong_1" {
  expect_failure = true
  attrs = {
    image_tag_mutability = "MUTABLE_WITH_EXCLUSION"
  }
}

resource "aws_ecr_repository" "default" {
  expect_failure = true
  attrs = {
    image_tag_mutability = null
  }
}

resource "aws_ecr_repository" "known_after_apply" {
  expect_unknown = true
  unknown        = ["image_tag_mutability"]
  attrs = {
    image_tag_mutability = null
  }
}
