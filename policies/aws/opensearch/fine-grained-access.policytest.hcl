policytest {
  targets = ["fine-grained-access.policy.hcl"]
}

resource "aws_opensearch_domain" "right" {
  attrs = {
    advanced_security_options = [{ enabled = true }]
  }
}

resource "aws_opensearch_domain" "wrong" {
  expect_failure = true
  attrs = {
    advanced_security_options = [{ enabled = false }]
  }
}

resource "aws_opensearch_domain" "default" {
  expect_failure = true
  attrs = {
    advanced_security_options = [{ enabled = null }]
  }
}

resource "aws_opensearch_domain" "no_block" {
  expect_failure = true
  attrs = {
    advanced_security_options = []
  }
}

resource "aws_opensearch_domain" "known_after_apply" {
  expect_unknown = true
  unknown        = ["advanced_security_options.0.enabled"]
  attrs = {
    advanced_security_options = [{ enabled = true }]
  }
}

resource "aws_elasticsearch_domain" "right" {
  attrs = {
    advanced_security_options = [{ enabled = true }]
  }
}

resource "aws_elasticsearch_domain" "wrong" {
  expect_failure = true
  attrs = {
    advanced_security_options = [{ enabled = false }]
  }
}

resource "aws_elasticsearch_domain" "default" {
  expect_failure = true
  attrs = {
    advanced_security_options = [{ enabled = null }]
  }
}

resource "aws_elasticsearch_domain" "no_block" {
  expect_failure = true
  attrs = {
    advanced_security_options = []
  }
}

resource "aws_elasticsearch_domain" "known_after_apply" {
  expect_unknown = true
  unknown        = ["advanced_security_options.0.enabled"]
  attrs = {
    advanced_security_options = [{ enabled = true }]
  }
}
