policytest {
  targets = ["allowed-instance-classes.policy.hcl"]
}

resource "aws_db_instance" "exact" {
  attrs = {
    instance_class = "db.t4g.micro"
  }
  inputs {
    allowed-instance-classes = ["db.t4g.micro", "db.m7g.*"]
  }
}

resource "aws_db_instance" "family" {
  attrs = {
    instance_class = "db.m7g.large"
  }
  inputs {
    allowed-instance-classes = ["db.t4g.micro", "db.m7g.*"]
  }
}

resource "aws_db_instance" "another" {
  expect_failure = true
  attrs = {
    instance_class = "db.r7i.48xlarge"
  }
  inputs {
    allowed-instance-classes = ["db.t4g.micro", "db.m7g.*"]
  }
}

resource "aws_db_instance" "similar_family" {
  expect_failure = true
  attrs = {
    instance_class = "db.m7gd.large"
  }
  inputs {
    allowed-instance-classes = ["db.t4g.micro", "db.m7g.*"]
  }
}

resource "aws_db_instance" "not_set" {
  attrs = {
    instance_class = null
  }
  inputs {
    allowed-instance-classes = ["db.t4g.micro", "db.m7g.*"]
  }
}

resource "aws_db_instance" "no_input" {
  attrs = {
    instance_class = "db.r7i.48xlarge"
  }
}

resource "aws_db_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["instance_class"]
  attrs = {
    name = "a"
  }
  inputs {
    allowed-instance-classes = ["db.t4g.micro", "db.m7g.*"]
  }
}

resource "aws_rds_cluster_instance" "exact" {
  attrs = {
    instance_class = "db.t4g.micro"
  }
  inputs {
    allowed-instance-classes = ["db.t4g.micro", "db.m7g.*"]
  }
}

resource "aws_rds_cluster_instance" "family" {
  attrs = {
    instance_class = "db.m7g.large"
  }
  inputs {
    allowed-instance-classes = ["db.t4g.micro", "db.m7g.*"]
  }
}

resource "aws_rds_cluster_instance" "another" {
  expect_failure = true
  attrs = {
    instance_class = "db.r7i.48xlarge"
  }
  inputs {
    allowed-instance-classes = ["db.t4g.micro", "db.m7g.*"]
  }
}

resource "aws_rds_cluster_instance" "similar_family" {
  expect_failure = true
  attrs = {
    instance_class = "db.m7gd.large"
  }
  inputs {
    allowed-instance-classes = ["db.t4g.micro", "db.m7g.*"]
  }
}

resource "aws_rds_cluster_instance" "not_set" {
  attrs = {
    instance_class = null
  }
  inputs {
    allowed-instance-classes = ["db.t4g.micro", "db.m7g.*"]
  }
}

resource "aws_rds_cluster_instance" "no_input" {
  attrs = {
    instance_class = "db.r7i.48xlarge"
  }
}

resource "aws_rds_cluster_instance" "known_after_apply" {
  expect_unknown = true
  unknown        = ["instance_class"]
  attrs = {
    name = "a"
  }
  inputs {
    allowed-instance-classes = ["db.t4g.micro", "db.m7g.*"]
  }
}

resource "aws_rds_cluster" "exact" {
  attrs = {
    db_cluster_instance_class = "db.t4g.micro"
  }
  inputs {
    allowed-instance-classes = ["db.t4g.micro", "db.m7g.*"]
  }
}

resource "aws_rds_cluster" "family" {
  attrs = {
    db_cluster_instance_class = "db.m7g.large"
  }
  inputs {
    allowed-instance-classes = ["db.t4g.micro", "db.m7g.*"]
  }
}

resource "aws_rds_cluster" "another" {
  expect_failure = true
  attrs = {
    db_cluster_instance_class = "db.r7i.48xlarge"
  }
  inputs {
    allowed-instance-classes = ["db.t4g.micro", "db.m7g.*"]
  }
}

resource "aws_rds_cluster" "similar_family" {
  expect_failure = true
  attrs = {
    db_cluster_instance_class = "db.m7gd.large"
  }
  inputs {
    allowed-instance-classes = ["db.t4g.micro", "db.m7g.*"]
  }
}

resource "aws_rds_cluster" "not_set" {
  attrs = {
    db_cluster_instance_class = null
  }
  inputs {
    allowed-instance-classes = ["db.t4g.micro", "db.m7g.*"]
  }
}

resource "aws_rds_cluster" "no_input" {
  attrs = {
    db_cluster_instance_class = "db.r7i.48xlarge"
  }
}

resource "aws_rds_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["db_cluster_instance_class"]
  attrs = {
    name = "a"
  }
  inputs {
    allowed-instance-classes = ["db.t4g.micro", "db.m7g.*"]
  }
}
