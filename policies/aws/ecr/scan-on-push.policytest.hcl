policytest {
  targets = ["scan-on-push.policy.hcl"]
}

resource "aws_ecr_repository" "scanned" {
  attrs = {
    image_scanning_configuration = [{ scan_on_push = true }]
  }
}

resource "aws_ecr_repository" "not_scanned" {
  expect_failure = true
  attrs = {
    image_scanning_configuration = [{ scan_on_push = false }]
  }
}

resource "aws_ecr_repository" "default" {
  expect_failure = true
  attrs = {
    image_scanning_configuration = []
  }
}

resource "aws_ecr_repository" "known_after_apply" {
  expect_unknown = true
  unknown        = ["image_scanning_configuration.0.scan_on_push"]
  attrs = {
    image_scanning_configuration = [{ scan_on_push = null }]
  }
}
