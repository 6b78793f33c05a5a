policytest {
  targets = ["encrypted-at-rest.policy.hcl"]
}

resource "aws_opensearch_domain" "right" {
  attrs = {
    encrypt_at_rest = [{ enabled = true }]
  }
}

resource "aws_opensearch_domain" "wrong" {
  expect_failure = true
  attrs = {
    encrypt_at_rest = [{ enabled = false }]
  }
}

resource "aws_opensearch_domain" "default" {
  expect_failure = true
  attrs = {
    encrypt_at_rest = [{ enabled = null }]
  }
}

resource "aws_opensearch_domain" "no_block" {
  expect_failure = true
  attrs = {
    encrypt_at_rest = []
  }
}

resource "aws_opensearch_domain" "known_after_apply" {
  expect_unknown = true
  unknown        = ["encrypt_at_rest.0.enabled"]
  attrs = {
    encrypt_at_rest = [{ enabled = true }]
  }
}

resource "aws_elasticsearch_domain" "right" {
  attrs = {
    encrypt_at_rest = [{ enabled = true }]
  }
}

resource "aws_elasticsearch_domain" "wrong" {
  expect_failure = true
  attrs = {
    encrypt_at_rest = [{ enabled = false }]
  }
}

resource "aws_elasticsearch_domain" "default" {
  expect_failure = true
  attrs = {
    encrypt_at_rest = [{ enabled = null }]
  }
}

resource "aws_elasticsearch_domain" "no_block" {
  expect_failure = true
  attrs = {
    encrypt_at_rest = []
  }
}

resource "aws_elasticsearch_domain" "known_after_apply" {
  expect_unknown = true
  unknown        = ["encrypt_at_rest.0.enabled"]
  attrs = {
    encrypt_at_rest = [{ enabled = true }]
  }
}
