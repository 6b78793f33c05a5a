# title: Transfer servers use encrypted protocols
# why: With FTP passwords and files travel in clear.
# fix: Remove FTP from `protocols`; use SFTP, FTPS or AS2.
# severity: high
# references: https://docs.aws.amazon.com/transfer/latest/userguide/create-server-ftp.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/transfer-controls.html
# aliases: CKV_AWS_357
# tags: fsbp, encryption, network

policy {}

# Where it is not written the argument is computed, and not known before the apply: then
# there is nothing to judge here. The server then speaks SFTP.
resource_policy "aws_transfer_server" "no-ftp" {
  filter = core::valuetostring(core::try(attrs.protocols, null)) != "(unknown)"

  enforce {
    condition     = !core::contains(core::try([for p in attrs.protocols : p], []), "FTP")
    error_message = "`protocols` holds FTP, must be SFTP, FTPS or AS2"
  }
}
