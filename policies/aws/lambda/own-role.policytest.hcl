policytest {
  targets = ["own-role.policy.hcl"]
}

resource "aws_iam_role" "own" {
  attrs = {
    arn = "arn:aws:iam::123456789012:role/own"
  }
}

resource "aws_lambda_function" "own" {
  attrs = {
    function_name = "own"
    role          = aws_iam_role.own.arn
  }
}

resource "aws_iam_role" "of_none" {
  attrs = {
    arn = "arn:aws:iam::123456789012:role/none"
  }
}

resource "aws_iam_role" "shared" {
  expect_failure = true
  attrs = {
    arn = "arn:aws:iam::123456789012:role/shared"
  }
}

resource "aws_lambda_function" "shared_a" {
  attrs = {
    function_name = "a"
    role          = aws_iam_role.shared.arn
  }
}

resource "aws_lambda_function" "shared_b" {
  attrs = {
    function_name = "b"
    role          = aws_iam_role.shared.arn
  }
}

resource "aws_lambda_function" "elsewhere" {
  attrs = {
    function_name = "c"
    role          = "arn:aws:iam::123456789012:role/elsewhere"
  }
}

resource "aws_lambda_function" "elsewhere_shared_a" {
  expect_failure = true
  attrs = {
    function_name = "d"
    role          = "arn:aws:iam::123456789012:role/both"
  }
}

resource "aws_lambda_function" "elsewhere_shared_b" {
  expect_failure = true
  attrs = {
    function_name = "e"
    role          = "arn:aws:iam::123456789012:role/both"
  }
}

resource "aws_iam_role" "known_after_apply" {
  expect_unknown = true
  unknown        = ["arn"]
  attrs = {
    name = "k"
  }
}

resource "aws_iam_role" "no_arn" {
  attrs = {
    arn = null
  }
}

resource "aws_lambda_function" "no_role_a" {
  attrs = {
    function_name = "n"
    role          = null
  }
}

resource "aws_lambda_function" "no_role_b" {
  attrs = {
    function_name = "o"
    role          = null
  }
}
