policytest {
  targets = ["no-ftp.policy.hcl"]
}

resource "aws_transfer_server" "sftp" {
  attrs = {
    protocols = ["SFTP"]
  }
}

resource "aws_transfer_server" "ftp" {
  expect_failure = true
  attrs = {
    protocols = ["SFTP", "FTP"]
  }
}

resource "aws_transfer_server" "default" {
  attrs = {
    protocols = null
  }
}

resource "aws_transfer_server" "not_written" {
  unknown = ["protocols"]
  attrs = {
    domain = "S3"
  }
}

resource "aws_transfer_server" "known_after_apply" {
  expect_unknown = true
  unknown        = ["protocols.0"]
  attrs = {
    protocols = ["x"]
  }
}
