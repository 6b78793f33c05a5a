policytest {
  targets = ["proxy-tls-required.policy.hcl"]
}

resource "aws_db_proxy" "right" {
  attrs = {
    require_tls = true
  }
}

resource "aws_db_proxy" "wrong" {
  expect_failure = true
  attrs = {
    require_tls = false
  }
}

resource "aws_db_proxy" "default" {
  expect_failure = true
  attrs = {
    require_tls = null
  }
}

resource "aws_db_proxy" "known_after_apply" {
  expect_unknown = true
  unknown        = ["require_tls"]
  attrs = {
    require_tls = true
  }
}
