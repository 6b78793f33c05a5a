policytest {
  targets = ["consumer.policy.hcl"]
}

provider "aws" "good" {
  attrs = { region = "eu-west-1" }
  meta  = { version = "5.1.0" }
}

provider "aws" "aliased" {
  attrs = { region = "us-east-1" }
  meta  = { alias = "us" }
}

provider "aws" "elsewhere" {
  expect_failure = true
  attrs          = { region = "us-east-1" }
}

provider "aws" "old" {
  expect_failure = true
  attrs          = { region = "eu-west-1" }
  meta           = { version = "4.9.0" }
  inputs {
    minimum = "5.0"
  }
}

provider "google" "other" {
  attrs = {}
}

module "hashicorp/consul/aws" "good" {
  meta = { version = "1.2.3" }
}

module "hashicorp/consul/aws" "unpinned" {
  expect_failure = true
  meta           = { version = "" }
}

module "evil/consul/aws" "untrusted" {
  expect_failure = true
  meta           = { version = "1.0.0" }
}

module "./modules/x" "ours" {
  meta = {}
}
