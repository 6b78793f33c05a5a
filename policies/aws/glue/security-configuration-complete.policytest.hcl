policytest {
  targets = ["security-configuration-complete.policy.hcl"]
}

resource "aws_glue_security_configuration" "all" {
  attrs = {
    encryption_configuration = [{ s3_encryption = [{ s3_encryption_mode = "SSE-KMS" }], cloudwatch_encryption = [{ cloudwatch_encryption_mode = "SSE-KMS" }], job_bookmarks_encryption = [{ job_bookmarks_encryption_mode = "CSE-KMS" }] }]
  }
}

resource "aws_glue_security_configuration" "without_s3_encryption" {
  expect_failure = true
  attrs = {
    encryption_configuration = [{ s3_encryption = [{ s3_encryption_mode = "DISABLED" }], cloudwatch_encryption = [{ cloudwatch_encryption_mode = "SSE-KMS" }], job_bookmarks_encryption = [{ job_bookmarks_encryption_mode = "CSE-KMS" }] }]
  }
}

resource "aws_glue_security_configuration" "without_cloudwatch_encryption" {
  expect_failure = true
  attrs = {
    encryption_configuration = [{ s3_encryption = [{ s3_encryption_mode = "SSE-KMS" }], cloudwatch_encryption = [{ cloudwatch_encryption_mode = "DISABLED" }], job_bookmarks_encryption = [{ job_bookmarks_encryption_mode = "CSE-KMS" }] }]
  }
}

resource "aws_glue_security_configuration" "without_job_bookmarks_encryption" {
  expect_failure = true
  attrs = {
    encryption_configuration = [{ s3_encryption = [{ s3_encryption_mode = "SSE-KMS" }], cloudwatch_encryption = [{ cloudwatch_encryption_mode = "SSE-KMS" }], job_bookmarks_encryption = [{ job_bookmarks_encryption_mode = "DISABLED" }] }]
  }
}

resource "aws_glue_security_configuration" "default" {
  expect_failure = true
  attrs = {
    encryption_configuration = [{ s3_encryption = [{ s3_encryption_mode = null }], cloudwatch_encryption = [{ cloudwatch_encryption_mode = "SSE-KMS" }], job_bookmarks_encryption = [{ job_bookmarks_encryption_mode = "CSE-KMS" }] }]
  }
}

resource "aws_glue_security_configuration" "known_after_apply" {
  expect_unknown = true
  unknown        = ["encryption_configuration.0.s3_encryption.0.s3_encryption_mode"]
  attrs = {
    encryption_configuration = [{ s3_encryption = [{ s3_encryption_mode = null }], cloudwatch_encryption = [{ cloudwatch_encryption_mode = "SSE-KMS" }], job_bookmarks_encryption = [{ job_bookmarks_encryption_mode = "CSE-KMS" }] }]
  }
}
