policytest {
  targets = ["tls-required.policy.hcl"]
}

resource "aws_docdb_cluster_parameter_group" "enabled" {
  attrs = {
    parameter = [{ name = "tls", value = "enabled" }]
  }
}

resource "aws_docdb_cluster_parameter_group" "default" {
  attrs = {
    parameter = []
  }
}

resource "aws_docdb_cluster_parameter_group" "stricter" {
  attrs = {
    parameter = [{ name = "tls", value = "tls1.2+" }]
  }
}

resource "aws_docdb_cluster_parameter_group" "disabled" {
  expect_failure = true
  attrs = {
    parameter = [{ name = "audit_logs", value = "enabled" }, { name = "tls", value = "disabled" }]
  }
}

resource "aws_docdb_cluster_parameter_group" "known_after_apply" {
  expect_unknown = true
  unknown        = ["parameter.0.value"]
  attrs = {
    parameter = [{ name = "tls", value = "" }]
  }
}

resource "aws_docdb_cluster_parameter_group" "other_known_after_apply" {
  unknown = ["parameter.0.value"]
  attrs = {
    parameter = [{ name = "ttl_monitor", value = "" }]
  }
}
