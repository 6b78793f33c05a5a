policytest {
  targets = ["audit-logging.policy.hcl"]
}

resource "aws_redshift_cluster" "inline" {
  attrs = {
    id                 = "a"
    cluster_identifier = "a"
    logging            = [{ enable = true }]
  }
}

resource "aws_redshift_cluster" "own_resource" {
  attrs = {
    id                 = "b"
    cluster_identifier = "b"
    logging            = []
  }
}

resource "aws_redshift_cluster" "by_id" {
  unknown = ["id"]
  attrs = {
    cluster_identifier = "c"
    logging            = []
  }
}

resource "aws_redshift_cluster" "off" {
  expect_failure = true
  attrs = {
    id                 = "d"
    cluster_identifier = "d"
    logging            = [{ enable = false }]
  }
}

resource "aws_redshift_cluster" "none" {
  expect_failure = true
  attrs = {
    id                 = "e"
    cluster_identifier = "e"
  }
}

resource "aws_redshift_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["logging.0.enable"]
  attrs = {
    id                 = "f"
    cluster_identifier = "f"
    logging            = [{}]
  }
}

resource "aws_redshift_logging" "b" {
  attrs = {
    cluster_identifier = aws_redshift_cluster.own_resource.cluster_identifier
  }
}

resource "aws_redshift_logging" "c" {
  attrs = {
    cluster_identifier = aws_redshift_cluster.by_id.cluster_identifier
  }
}
