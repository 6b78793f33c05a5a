policytest {
  targets = ["tls-policy.policy.hcl"]
}

resource "aws_opensearch_domain" "pfs" {
  attrs = {
    domain_endpoint_options = [{ tls_security_policy = "Policy-Min-TLS-1-2-PFS-2023-10" }]
  }
}

resource "aws_opensearch_domain" "plain" {
  attrs = {
    domain_endpoint_options = [{ tls_security_policy = "Policy-Min-TLS-1-2-2019-07" }]
  }
}

resource "aws_opensearch_domain" "old" {
  expect_failure = true
  attrs = {
    domain_endpoint_options = [{ tls_security_policy = "Policy-Min-TLS-1-0-2019-07" }]
  }
}

resource "aws_opensearch_domain" "default" {
  expect_failure = true
  attrs = {
    domain_endpoint_options = [{ tls_security_policy = null }]
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
  unknown        = ["domain_endpoint_options.0.tls_security_policy"]
  attrs = {
    domain_endpoint_options = [{ tls_security_policy = null }]
  }
}

resource "aws_elasticsearch_domain" "pfs" {
  attrs = {
    domain_endpoint_options = [{ tls_security_policy = "Policy-Min-TLS-1-2-PFS-2023-10" }]
  }
}

resource "aws_elasticsearch_domain" "plain" {
  attrs = {
    domain_endpoint_options = [{ tls_security_policy = "Policy-Min-TLS-1-2-2019-07" }]
  }
}

resource "aws_elasticsearch_domain" "old" {
  expect_failure = true
  attrs = {
    domain_endpoint_options = [{ tls_security_policy = "Policy-Min-TLS-1-0-2019-07" }]
  }
}

resource "aws_elasticsearch_domain" "default" {
  expect_failure = true
  attrs = {
    domain_endpoint_options = [{ tls_security_policy = null }]
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
  unknown        = ["domain_endpoint_options.0.tls_security_policy"]
  attrs = {
    domain_endpoint_options = [{ tls_security_policy = null }]
  }
}
