policytest {
  targets = ["logging-enabled.policy.hcl"]
}

resource "aws_transfer_server" "group" {
  attrs = {
    structured_log_destinations = ["arn:aws:logs:eu-west-1:123456789012:log-group:a:*"]
    logging_role                = null
  }
}

resource "aws_transfer_server" "role" {
  attrs = {
    structured_log_destinations = null
    logging_role                = "arn:aws:iam::123456789012:role/a"
  }
}

resource "aws_transfer_server" "none" {
  expect_failure = true
  attrs = {
    structured_log_destinations = []
    logging_role                = ""
  }
}

resource "aws_transfer_server" "known_after_apply" {
  expect_unknown = true
  unknown        = ["logging_role"]
  attrs = {
    structured_log_destinations = []
  }
}
