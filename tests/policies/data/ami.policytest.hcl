policytest {
  targets = ["."]
}

data "aws_ami" "golden" {
  attrs = { id = "ami-1", owner = "self" }
}

resource "aws_instance" "golden" {
  attrs = { ami = data.aws_ami.golden.id }
}

resource "aws_instance" "foreign" {
  expect_failure = true
  attrs          = { ami = "ami-2", user_data_json = "{\"a\":[1]}" }
}

resource "aws_iam_policy" "narrow" {
  attrs = {
    policy = core::jsonencode({
      Statement = [
        { Effect = "Allow", Action = ["s3:GetObject", "s3:PutObject"] },
        { Effect = "Deny", Action = "*" },
        { Effect = "Allow", NotAction = "iam:*" },
      ]
    })
  }
}

resource "aws_iam_policy" "wide" {
  expect_failure = true
  attrs = {
    policy = <<-JSON
      {"Statement": {"Effect": "Allow", "Action": "s3:*"}}
    JSON
  }
}

resource "aws_iam_policy" "document_known_later" {
  expect_unknown = true
  unknown        = ["policy"]
  attrs          = {}
}

resource "aws_iam_policy" "nothing" {
  attrs       = core::merge({}, null)
  prior_attrs = {}
}
