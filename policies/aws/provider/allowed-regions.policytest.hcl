policytest {
  targets = ["allowed-regions.policy.hcl"]
}

provider "aws" "allowed" {
  attrs = {
    region = "eu-west-1"
  }
  inputs {
    allowed-regions = ["eu-west-1", "eu-central-1"]
  }
}

provider "aws" "another" {
  expect_failure = true
  attrs = {
    region = "us-east-1"
  }
  inputs {
    allowed-regions = ["eu-west-1", "eu-central-1"]
  }
}

provider "aws" "from_the_environment" {
  expect_failure = true
  attrs = {
    alias = "a"
  }
  inputs {
    allowed-regions = ["eu-west-1", "eu-central-1"]
  }
}

provider "aws" "from_elsewhere" {
  expect_unknown = true
  unknown        = ["region"]
  attrs = {
    alias = "a"
  }
  inputs {
    allowed-regions = ["eu-west-1", "eu-central-1"]
  }
}

provider "aws" "no_input" {
  attrs = {
    region = "us-east-1"
  }
}

resource "aws_sqs_queue" "allowed" {
  attrs = {
    region = "eu-central-1"
  }
  inputs {
    allowed-regions = ["eu-west-1", "eu-central-1"]
  }
}

resource "aws_sqs_queue" "another" {
  expect_failure = true
  attrs = {
    region = "us-east-1"
  }
  inputs {
    allowed-regions = ["eu-west-1", "eu-central-1"]
  }
}

resource "aws_sqs_queue" "of_the_provider" {
  attrs = {
    region = null
  }
  inputs {
    allowed-regions = ["eu-west-1", "eu-central-1"]
  }
}

resource "aws_sqs_queue" "older_provider" {
  attrs = {
    name = "a"
  }
  inputs {
    allowed-regions = ["eu-west-1", "eu-central-1"]
  }
}

resource "aws_sqs_queue" "not_written" {
  unknown = ["region"]
  attrs = {
    name = "a"
  }
  inputs {
    allowed-regions = ["eu-west-1", "eu-central-1"]
  }
}

resource "aws_sqs_queue" "no_input" {
  attrs = {
    region = "us-east-1"
  }
}
