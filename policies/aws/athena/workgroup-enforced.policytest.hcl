policytest {
  targets = ["workgroup-enforced.policy.hcl"]
}

resource "aws_athena_workgroup" "right" {
  attrs = {
    configuration = [{ enforce_workgroup_configuration = true }]
  }
}

resource "aws_athena_workgroup" "wrong" {
  expect_failure = true
  attrs = {
    configuration = [{ enforce_workgroup_configuration = false }]
  }
}

resource "aws_athena_workgroup" "default" {
  attrs = {
    configuration = [{ enforce_workgroup_configuration = null }]
  }
}

resource "aws_athena_workgroup" "no_block" {
  attrs = {
    configuration = []
  }
}

resource "aws_athena_workgroup" "known_after_apply" {
  expect_unknown = true
  unknown        = ["configuration.0.enforce_workgroup_configuration"]
  attrs = {
    configuration = [{ enforce_workgroup_configuration = true }]
  }
}
