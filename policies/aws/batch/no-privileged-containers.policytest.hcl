policytest {
  targets = ["no-privileged-containers.policy.hcl"]
}

resource "aws_batch_job_definition" "plain" {
  attrs = {
    container_properties = core::jsonencode({ image = "a" })
  }
}

resource "aws_batch_job_definition" "privileged" {
  expect_failure = true
  attrs = {
    container_properties = core::jsonencode({ image = "a", privileged = true })
  }
}

resource "aws_batch_job_definition" "node" {
  expect_failure = true
  attrs = {
    container_properties = null
    node_properties      = core::jsonencode({ nodeRangeProperties = [{ container = { image = "a", privileged = true } }] })
  }
}

resource "aws_batch_job_definition" "pod" {
  expect_failure = true
  attrs = {
    eks_properties = [{ pod_properties = [{ containers = [{ security_context = [{ privileged = true }] }] }] }]
  }
}

resource "aws_batch_job_definition" "pod_plain" {
  attrs = {
    eks_properties = [{ pod_properties = [{ containers = [{ security_context = [] }] }] }]
  }
}

resource "aws_batch_job_definition" "known_after_apply" {
  expect_unknown = true
  unknown        = ["container_properties"]
  attrs = {
    node_properties = null
  }
}
