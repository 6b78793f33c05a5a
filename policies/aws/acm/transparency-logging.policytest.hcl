policytest {
  targets = ["transparency-logging.policy.hcl"]
}

resource "aws_acm_certificate" "on" {
  attrs = {
    options = [{ certificate_transparency_logging_preference = "ENABLED" }]
  }
}

resource "aws_acm_certificate" "off" {
  expect_failure = true
  attrs = {
    options = [{ certificate_transparency_logging_preference = "DISABLED" }]
  }
}

resource "aws_acm_certificate" "default" {
  attrs = {
    options = []
  }
}

resource "aws_acm_certificate" "known_after_apply" {
  expect_unknown = true
  unknown        = ["options.0.certificate_transparency_logging_preference"]
  attrs = {
    options = [{ certificate_transparency_logging_preference = null }]
  }
}
