policytest {
  targets = ["lifecycle-policy.policy.hcl"]
}

resource "aws_ecr_repository" "kept_a" {
  attrs = {
    id   = "a"
    name = "a"
  }
}

resource "aws_ecr_lifecycle_policy" "a" {
  attrs = {
    repository = aws_ecr_repository.kept_a.name
  }
}

resource "aws_ecr_repository" "kept_b" {
  attrs = {
    id   = "b"
    name = "b"
  }
}

resource "aws_ecr_lifecycle_policy" "b" {
  attrs = {
    repository = aws_ecr_repository.kept_b.id
  }
}

resource "aws_ecr_repository" "by_name" {
  unknown = ["id"]
  attrs = {
    name = "c"
  }
}

resource "aws_ecr_lifecycle_policy" "c" {
  attrs = {
    repository = aws_ecr_repository.by_name.name
  }
}

resource "aws_ecr_repository" "without" {
  expect_failure = true
  attrs = {
    id   = "d"
    name = "d"
  }
}

resource "aws_ecr_repository" "known_after_apply" {
  expect_unknown = true
  unknown        = ["id", "name"]
  attrs = {
    tags = null
  }
}
