policytest {
  targets = ["audit-logs.policy.hcl"]
}

resource "aws_opensearch_domain" "published" {
  attrs = {
    log_publishing_options = [{ log_type = "INDEX_SLOW_LOGS", enabled = true }, { log_type = "AUDIT_LOGS", enabled = true }]
  }
}

resource "aws_opensearch_domain" "switched_off" {
  expect_failure = true
  attrs = {
    log_publishing_options = [{ log_type = "AUDIT_LOGS", enabled = false }]
  }
}

resource "aws_opensearch_domain" "other" {
  expect_failure = true
  attrs = {
    log_publishing_options = [{ log_type = "INDEX_SLOW_LOGS", enabled = true }]
  }
}

resource "aws_opensearch_domain" "none" {
  expect_failure = true
  attrs = {
    log_publishing_options = []
  }
}

resource "aws_opensearch_domain" "known_after_apply" {
  expect_unknown = true
  unknown        = ["log_publishing_options.0.log_type"]
  attrs = {
    log_publishing_options = [{ log_type = "x", enabled = true }]
  }
}

resource "aws_elasticsearch_domain" "published" {
  attrs = {
    log_publishing_options = [{ log_type = "INDEX_SLOW_LOGS", enabled = true }, { log_type = "AUDIT_LOGS", enabled = true }]
  }
}

resource "aws_elasticsearch_domain" "switched_off" {
  expect_failure = true
  attrs = {
    log_publishing_options = [{ log_type = "AUDIT_LOGS", enabled = false }]
  }
}

resource "aws_elasticsearch_domain" "other" {
  expect_failure = true
  attrs = {
    log_publishing_options = [{ log_type = "INDEX_SLOW_LOGS", enabled = true }]
  }
}

resource "aws_elasticsearch_domain" "none" {
  expect_failure = true
  attrs = {
    log_publishing_options = []
  }
}

resource "aws_elasticsearch_domain" "known_after_apply" {
  expect_unknown = true
  unknown        = ["log_publishing_options.0.log_type"]
  attrs = {
    log_publishing_options = [{ log_type = "x", enabled = true }]
  }
}
