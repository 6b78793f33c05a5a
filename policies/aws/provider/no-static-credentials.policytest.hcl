policytest {
  targets = ["no-static-credentials.policy.hcl"]
}

provider "aws" "none" {
  attrs = {
    region = "eu-west-1"
  }
}

provider "aws" "access_key" {
  expect_failure = true
  attrs = {
    access_key = "AKIAIOSFODNN7EXAMPLE"
  }
}

provider "aws" "secret_key" {
  expect_failure = true
  attrs = {
    secret_key = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
  }
}

provider "aws" "stand_in" {
  attrs = {
    access_key = "test"
    secret_key = "test"
  }
}

provider "aws" "from_elsewhere" {
  expect_unknown = true
  unknown        = ["secret_key"]
  attrs = {
    region = "eu-west-1"
  }
}
