# title: Parameters that are named like secrets are encrypted
# why: The value of a String can be read by everybody who may read parameters, without any
#   key, and shows in the console.
# fix: Set `type = "SecureString"`.
# severity: high
# references: https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html
# tags: encryption, secrets

policy {}

input "secrets-encrypted-names" {
  type        = string
  default     = "(^|[^a-z])(passwords?|passwd|pwd|secrets?|tokens?|api[_-]?keys?|private[_-]?keys?|access[_-]?keys?|credentials?)([^a-z]|$)"
  description = "Regular expression of names, in lower case, of parameters that hold secrets"
}

resource_policy "aws_ssm_parameter" "secrets-encrypted" {
  filter = core::regex_match(core::try(core::lower(attrs.name), ""), input.secrets-encrypted-names)

  enforce {
    condition     = attrs.type == "SecureString"
    error_message = "`type` is ${attrs.type}, must be SecureString, as the name says that it holds a secret"
  }
}
