policytest {
  targets = ["incomplete-uploads-aborted.policy.hcl"]
}

resource "aws_s3_bucket_lifecycle_configuration" "aborts" {
  attrs = {
    rule = [{ id = "a", status = "Enabled", abort_incomplete_multipart_upload = [] }, { id = "b", status = "Enabled", abort_incomplete_multipart_upload = [{ days_after_initiation = 7 }] }]
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "disabled" {
  expect_failure = true
  attrs = {
    rule = [{ id = "a", status = "Enabled", abort_incomplete_multipart_upload = [] }, { id = "b", status = "Disabled", abort_incomplete_multipart_upload = [{ days_after_initiation = 7 }] }]
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "without" {
  expect_failure = true
  attrs = {
    rule = [{ id = "a", status = "Enabled", abort_incomplete_multipart_upload = [] }, { id = "b", status = "Enabled", abort_incomplete_multipart_upload = [] }]
  }
}

resource "aws_s3_bucket_lifecycle_configuration" "known_after_apply" {
  expect_unknown = true
  unknown        = ["rule.1.status"]
  attrs = {
    rule = [{ id = "a", status = "Enabled", abort_incomplete_multipart_upload = [] }, { id = "b", status = "Enabled", abort_incomplete_multipart_upload = [{ days_after_initiation = 7 }] }]
  }
}
