policytest {
  targets = ["object-lock-enabled.policy.hcl"]
}

resource "aws_s3_bucket" "locked" {
  attrs = {
    id                  = "audit-a"
    bucket              = "audit-a"
    object_lock_enabled = true
  }
  inputs {
    object-lock-buckets = ["^audit-", "-records$"]
  }
}

resource "aws_s3_bucket" "inline" {
  attrs = {
    id                        = "b-records"
    bucket                    = "b-records"
    object_lock_enabled       = false
    object_lock_configuration = [{ object_lock_enabled = "Enabled" }]
  }
  inputs {
    object-lock-buckets = ["^audit-", "-records$"]
  }
}

resource "aws_s3_bucket" "own_resource" {
  attrs = {
    id                        = "audit-c"
    bucket                    = "audit-c"
    object_lock_enabled       = false
    object_lock_configuration = []
  }
  inputs {
    object-lock-buckets = ["^audit-", "-records$"]
  }
}

resource "aws_s3_bucket_object_lock_configuration" "c" {
  skip = true
  attrs = {
    bucket              = aws_s3_bucket.own_resource.id
    object_lock_enabled = "Enabled"
  }
}

resource "aws_s3_bucket" "not_locked" {
  expect_failure = true
  attrs = {
    id                        = "audit-d"
    bucket                    = "audit-d"
    object_lock_enabled       = false
    object_lock_configuration = []
  }
  inputs {
    object-lock-buckets = ["^audit-", "-records$"]
  }
}

resource "aws_s3_bucket" "other_name" {
  attrs = {
    id                        = "web"
    bucket                    = "web"
    object_lock_enabled       = false
    object_lock_configuration = []
  }
  inputs {
    object-lock-buckets = ["^audit-", "-records$"]
  }
}

resource "aws_s3_bucket" "nothing_chosen" {
  attrs = {
    id                        = "audit-e"
    bucket                    = "audit-e"
    object_lock_enabled       = false
    object_lock_configuration = []
  }
}

resource "aws_s3_bucket" "known_after_apply" {
  expect_unknown = true
  unknown        = ["object_lock_enabled"]
  attrs = {
    id                        = "audit-f"
    bucket                    = "audit-f"
    object_lock_configuration = []
  }
  inputs {
    object-lock-buckets = ["^audit-", "-records$"]
  }
}

resource "aws_s3_bucket" "name_known_after_apply" {
  expect_unknown = true
  unknown        = ["bucket"]
  attrs = {
    id                  = "audit-f"
    object_lock_enabled = false
  }
  inputs {
    object-lock-buckets = ["^audit-", "-records$"]
  }
}
