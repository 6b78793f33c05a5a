policytest {
  targets = ["fargate-platform-current.policy.hcl"]
}

resource "aws_ecs_service" "latest" {
  attrs = {
    launch_type      = "FARGATE"
    platform_version = "LATEST"
  }
}

resource "aws_ecs_service" "newest" {
  attrs = {
    launch_type      = "FARGATE"
    platform_version = "1.4.0"
  }
}

resource "aws_ecs_service" "old" {
  expect_failure = true
  attrs = {
    launch_type      = "FARGATE"
    platform_version = "1.3.0"
  }
}

resource "aws_ecs_service" "default" {
  attrs = {
    launch_type      = "FARGATE"
    platform_version = null
  }
}

resource "aws_ecs_service" "ec2" {
  attrs = {
    launch_type      = "EC2"
    platform_version = null
  }
}

resource "aws_ecs_service" "not_written" {
  unknown = ["platform_version"]
  attrs = {
    launch_type = "FARGATE"
  }
}

resource "aws_ecs_service" "launch_type_known_after_apply" {
  expect_unknown = true
  unknown        = ["launch_type"]
  attrs = {
    platform_version = "1.3.0"
  }
}
