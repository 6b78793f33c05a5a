policytest {
  targets = ["node-to-node-encrypted.policy.hcl"]
}

resource "aws_opensearch_domain" "right" {
  attrs = {
    node_to_node_encryption = [{ enabled = true }]
  }
}

resource "aws_opensearch_domain" "wrong" {
  expect_failure = true
  attrs = {
    node_to_node_encryption = [{ enabled = false }]
  }
}

resource "aws_opensearch_domain" "default" {
  expect_failure = true
  attrs = {
    node_to_node_encryption = [{ enabled = null }]
  }
}

resource "aws_opensearch_domain" "no_block" {
  expect_failure = true
  attrs = {
    node_to_node_encryption = []
  }
}

resource "aws_opensearch_domain" "known_after_apply" {
  expect_unknown = true
  unknown        = ["node_to_node_encryption.0.enabled"]
  attrs = {
    node_to_node_encryption = [{ enabled = true }]
  }
}

resource "aws_elasticsearch_domain" "right" {
  attrs = {
    node_to_node_encryption = [{ enabled = true }]
  }
}

resource "aws_elasticsearch_domain" "wrong" {
  expect_failure = true
  attrs = {
    node_to_node_encryption = [{ enabled = false }]
  }
}

resource "aws_elasticsearch_domain" "default" {
  expect_failure = true
  attrs = {
    node_to_node_encryption = [{ enabled = null }]
  }
}

resource "aws_elasticsearch_domain" "no_block" {
  expect_failure = true
  attrs = {
    node_to_node_encryption = []
  }
}

resource "aws_elasticsearch_domain" "known_after_apply" {
  expect_unknown = true
  unknown        = ["node_to_node_encryption.0.enabled"]
  attrs = {
    node_to_node_encryption = [{ enabled = true }]
  }
}
