policytest {
  targets = ["endpoint-tls.policy.hcl"]
}

resource "aws_dms_endpoint" "required" {
  attrs = {
    engine_name = "postgres"
    ssl_mode    = "require"
  }
}

resource "aws_dms_endpoint" "verified" {
  attrs = {
    engine_name = "postgres"
    ssl_mode    = "verify-full"
  }
}

resource "aws_dms_endpoint" "none" {
  expect_failure = true
  attrs = {
    engine_name = "postgres"
    ssl_mode    = "none"
  }
}

resource "aws_dms_endpoint" "default" {
  expect_failure = true
  attrs = {
    engine_name = "postgres"
    ssl_mode    = null
  }
}

resource "aws_dms_endpoint" "known_after_apply" {
  expect_unknown = true
  unknown        = ["ssl_mode"]
  attrs = {
    engine_name = "postgres"
  }
}

resource "aws_dms_endpoint" "bucket_has_none" {
  attrs = {
    engine_name = "s3"
    ssl_mode    = "none"
  }
}
