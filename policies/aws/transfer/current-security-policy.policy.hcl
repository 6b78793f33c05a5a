# title: Transfer servers use a current security policy
# why: Old policies allow weak ciphers and key exchanges.
# fix: Set `security_policy_name` to TransferSecurityPolicy-2024-01 or newer, a FIPS or a
#   restricted one.
# severity: medium
# references: https://docs.aws.amazon.com/transfer/latest/userguide/security-policies.html
# aliases: CKV_AWS_380
# tags: encryption, network

policy {}

resource_policy "aws_transfer_server" "current-security-policy" {
  enforce {
    condition     = core::regex_match(core::try(attrs.security_policy_name, null) == null ? "" : core::try(attrs.security_policy_name, null), "-20(2[4-9]|[3-9][0-9])-[0-9]{2}$")
    error_message = "`security_policy_name` is ${core::try(attrs.security_policy_name, null) == null ? "not set" : core::try(attrs.security_policy_name, null)}, must be of 2024 or later"
  }
}
