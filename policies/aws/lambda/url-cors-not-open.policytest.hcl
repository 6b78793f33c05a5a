policytest {
  targets = ["url-cors-not-open.policy.hcl"]
}

resource "aws_lambda_function_url" "listed" {
  attrs = {
    cors = [{ allow_credentials = true, allow_origins = ["https://a.example"] }]
  }
}

resource "aws_lambda_function_url" "open" {
  expect_failure = true
  attrs = {
    cors = [{ allow_credentials = true, allow_origins = ["*"] }]
  }
}

resource "aws_lambda_function_url" "without_credentials" {
  attrs = {
    cors = [{ allow_credentials = false, allow_origins = ["*"] }]
  }
}

resource "aws_lambda_function_url" "no_cors" {
  attrs = {
    cors = []
  }
}

resource "aws_lambda_function_url" "default" {
  attrs = {
    cors = [{ allow_credentials = null, allow_origins = null }]
  }
}

resource "aws_lambda_function_url" "known_after_apply" {
  expect_unknown = true
  unknown        = ["cors.0.allow_origins"]
  attrs = {
    cors = [{ allow_credentials = true, allow_origins = null }]
  }
}
