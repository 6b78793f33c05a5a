policytest {
  targets = ["artifacts-own-key.policy.hcl"]
}

resource "aws_codepipeline" "own" {
  attrs = {
    artifact_store = [{ type = "S3", encryption_key = [{ type = "KMS", id = "arn:aws:kms:eu-west-1:123456789012:key/1" }] }]
  }
}

resource "aws_codepipeline" "none" {
  expect_failure = true
  attrs = {
    artifact_store = [{ type = "S3", encryption_key = [] }]
  }
}

resource "aws_codepipeline" "one_of_two" {
  expect_failure = true
  attrs = {
    artifact_store = [{ type = "S3", encryption_key = [{ type = "KMS", id = "arn:aws:kms:eu-west-1:123456789012:key/1" }] }, { type = "S3", encryption_key = [] }]
  }
}

resource "aws_codepipeline" "known_after_apply" {
  expect_unknown = true
  unknown        = ["artifact_store.0.encryption_key.0.id"]
  attrs = {
    artifact_store = [{ type = "S3", encryption_key = [{ type = "KMS" }] }]
  }
}
