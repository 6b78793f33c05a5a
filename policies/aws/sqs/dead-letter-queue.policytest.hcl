policytest {
  targets = ["dead-letter-queue.policy.hcl"]
}

resource "aws_sqs_queue" "inline" {
  attrs = {
    id             = "https://sqs.eu-west-1.amazonaws.com/123456789012/a"
    url            = "https://sqs.eu-west-1.amazonaws.com/123456789012/a"
    name           = "a"
    redrive_policy = core::jsonencode({ deadLetterTargetArn = "arn", maxReceiveCount = 4 })
  }
}

resource "aws_sqs_queue" "own_resource" {
  attrs = {
    id             = "https://sqs.eu-west-1.amazonaws.com/123456789012/b"
    url            = "https://sqs.eu-west-1.amazonaws.com/123456789012/b"
    name           = "b"
    redrive_policy = null
  }
}

resource "aws_sqs_queue_redrive_policy" "b" {
  attrs = {
    queue_url = aws_sqs_queue.own_resource.id
  }
}

resource "aws_sqs_queue" "by_url" {
  attrs = {
    id             = "https://sqs.eu-west-1.amazonaws.com/123456789012/c"
    url            = "https://sqs.eu-west-1.amazonaws.com/123456789012/c"
    name           = "c"
    redrive_policy = ""
  }
}

resource "aws_sqs_queue_redrive_policy" "c" {
  attrs = {
    queue_url = aws_sqs_queue.by_url.url
  }
}

resource "aws_sqs_queue" "none" {
  expect_failure = true
  attrs = {
    id             = "https://sqs.eu-west-1.amazonaws.com/123456789012/d"
    url            = "https://sqs.eu-west-1.amazonaws.com/123456789012/d"
    name           = "d"
    redrive_policy = null
  }
}

resource "aws_sqs_queue" "is_one" {
  attrs = {
    id             = "https://sqs.eu-west-1.amazonaws.com/123456789012/jobs-dlq"
    url            = "https://sqs.eu-west-1.amazonaws.com/123456789012/jobs-dlq"
    name           = "jobs-dlq"
    redrive_policy = null
  }
}

resource "aws_sqs_queue" "known_after_apply" {
  expect_unknown = true
  unknown        = ["redrive_policy"]
  attrs = {
    id   = "https://sqs.eu-west-1.amazonaws.com/123456789012/e"
    url  = "https://sqs.eu-west-1.amazonaws.com/123456789012/e"
    name = "e"
  }
}

resource "aws_sqs_queue" "id_known_after_apply" {
  expect_unknown = true
  unknown        = ["id", "url"]
  attrs = {
    name           = "f"
    redrive_policy = null
  }
}
