policytest {
  targets = ["https-required.policy.hcl"]
}

resource "aws_opensearch_domain" "right" {
  attrs = {
    domain_endpoint_options = [{ enforce_https = true }]
  }
}

resource "aws_opensearch_domain" "wrong" {
  expect_failure = true
  attrs = {
    domain_endpoint_options = [{ enforce_https = false }]
  }
}

resource "aws_opensearch_domain" "default" {
  expect_failure = true
  attrs = {
    domain_endpoint_options = [{ enforce_https = null }]
  }
}

resource "aws_opensearch_domain" "no_block" {
  expect_failure = true
  attrs = {
    domain_endpoint_options = []
  }
}

resource "aws_opensearch_domain" "known_after_apply" {
  expect_unknown = true
  unknown        = ["domain_endpoint_options.0.enforce_https"]
  attrs = {
    domain_endpoint_options = [{ enforce_https = true }]
  }
}

resource "aws_elasticsearch_domain" "right" {
  attrs = {
    domain_endpoint_options = [{ enforce_https = true }]
  }
}

resource "aws_elasticsearch_domain" "wrong" {
  expect_failure = true
  attrs = {
    domain_endpoint_options = [{ enforce_https = false }]
  }
}

resource "aws_elasticsearch_domain" "default" {
  expect_failure = true
  attrs = {
    domain_endpoint_options = [{ enforce_https = null }]
  }
}

resource "aws_elasticsearch_domain" "no_block" {
  expect_failure = true
  attrs = {
    domain_endpoint_options = []
  }
}

resource "aws_elasticsearch_domain" "known_after_apply" {
  expect_unknown = true
  unknown        = ["domain_endpoint_options.0.enforce_https"]
  attrs = {
    domain_endpoint_options = [{ enforce_https = true }]
  }
}
