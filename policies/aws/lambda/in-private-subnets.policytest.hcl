policytest {
  targets = ["in-private-subnets.policy.hcl"]
}

resource "aws_lambda_function" "private" {
  attrs = {
    vpc_config = [{ subnet_ids = ["subnet-a", "subnet-b"], security_group_ids = ["sg-1"] }]
  }
  inputs {
    in-private-subnets-ids = ["subnet-a", "subnet-b"]
  }
}

resource "aws_lambda_function" "public" {
  expect_failure = true
  attrs = {
    vpc_config = [{ subnet_ids = ["subnet-a", "subnet-x"], security_group_ids = ["sg-1"] }]
  }
  inputs {
    in-private-subnets-ids = ["subnet-a", "subnet-b"]
  }
}

resource "aws_lambda_function" "outside" {
  expect_failure = true
  attrs = {
    vpc_config = []
  }
  inputs {
    in-private-subnets-ids = ["subnet-a", "subnet-b"]
  }
}

resource "aws_lambda_function" "empty" {
  expect_failure = true
  attrs = {
    vpc_config = [{ subnet_ids = [], security_group_ids = ["sg-1"] }]
  }
  inputs {
    in-private-subnets-ids = ["subnet-a", "subnet-b"]
  }
}

resource "aws_lambda_function" "no_input" {
  attrs = {
    vpc_config = []
  }
}

resource "aws_lambda_function" "one_known_after_apply" {
  expect_unknown = true
  unknown        = ["vpc_config.0.subnet_ids.1"]
  attrs = {
    vpc_config = [{ subnet_ids = ["subnet-a", "x"], security_group_ids = ["sg-1"] }]
  }
  inputs {
    in-private-subnets-ids = ["subnet-a", "subnet-b"]
  }
}

resource "aws_lambda_function" "known_after_apply" {
  expect_unknown = true
  unknown        = ["vpc_config.0.subnet_ids"]
  attrs = {
    vpc_config = [{}]
  }
  inputs {
    in-private-subnets-ids = ["subnet-a", "subnet-b"]
  }
}

resource "aws_lambda_function" "one_wrong_one_unknown" {
  expect_failure = true
  unknown        = ["vpc_config.0.subnet_ids.1"]
  attrs = {
    vpc_config = [{ subnet_ids = ["subnet-x", "x"], security_group_ids = ["sg-1"] }]
  }
  inputs {
    in-private-subnets-ids = ["subnet-a", "subnet-b"]
  }
}
