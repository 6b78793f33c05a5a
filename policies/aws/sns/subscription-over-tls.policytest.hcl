policytest {
  targets = ["subscription-over-tls.policy.hcl"]
}

resource "aws_sns_topic_subscription" "https" {
  attrs = {
    protocol = "https"
  }
}

resource "aws_sns_topic_subscription" "queue" {
  attrs = {
    protocol = "sqs"
  }
}

resource "aws_sns_topic_subscription" "http" {
  expect_failure = true
  attrs = {
    protocol = "http"
  }
}

resource "aws_sns_topic_subscription" "known_after_apply" {
  expect_unknown = true
  unknown        = ["protocol"]
  attrs = {
    endpoint = "a"
  }
}
