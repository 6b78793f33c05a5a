policytest {
  targets = ["own-task-role.policy.hcl"]
}

resource "aws_ecs_task_definition" "different" {
  attrs = {
    task_role_arn      = "arn:aws:iam::123456789012:role/a"
    execution_role_arn = "arn:aws:iam::123456789012:role/b"
  }
}

resource "aws_ecs_task_definition" "same" {
  expect_failure = true
  attrs = {
    task_role_arn      = "arn:aws:iam::123456789012:role/a"
    execution_role_arn = "arn:aws:iam::123456789012:role/a"
  }
}

resource "aws_ecs_task_definition" "none" {
  attrs = {
    task_role_arn      = null
    execution_role_arn = "arn:aws:iam::123456789012:role/a"
  }
}

resource "aws_ecs_task_definition" "empty" {
  attrs = {
    task_role_arn      = ""
    execution_role_arn = ""
  }
}

resource "aws_ecs_task_definition" "known_after_apply" {
  expect_unknown = true
  unknown        = ["execution_role_arn"]
  attrs = {
    task_role_arn = "arn:aws:iam::123456789012:role/a"
  }
}
