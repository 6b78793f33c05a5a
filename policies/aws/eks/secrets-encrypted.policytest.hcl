policytest {
  targets = ["secrets-encrypted.policy.hcl"]
}

resource "aws_eks_cluster" "encrypted" {
  attrs = {
    encryption_config = [{ resources = ["secrets"], provider = [{ key_arn = "arn:aws:kms:eu-west-1:123456789012:key/1" }] }]
  }
}

resource "aws_eks_cluster" "none" {
  expect_failure = true
  attrs = {
    encryption_config = []
  }
}

resource "aws_eks_cluster" "known_after_apply" {
  expect_unknown = true
  unknown        = ["encryption_config.0.resources"]
  attrs = {
    encryption_config = [{}]
  }
}
