policytest {
  targets = ["in-vpc.policy.hcl"]
}

resource "aws_lambda_function" "inside" {
  attrs = {
    vpc_config = [{ subnet_ids = ["subnet-a"], security_group_ids = ["sg-1"] }]
  }
}

resource "aws_lambda_function" "outside" {
  expect_failure = true
  attrs = {
    vpc_config = []
  }
}

resource "aws_lambda_function" "empty" {
  expect_failure = true
  attrs = {
    vpc_config = [{ subnet_ids = [], security_group_ids = ["sg-1"] }]
  }
}

resource "aws_lambda_function" "known_after_apply" {
  expect_unknown = true
  unknown        = ["vpc_config.0.subnet_ids"]
  attrs = {
    vpc_config = [{}]
  }
}
