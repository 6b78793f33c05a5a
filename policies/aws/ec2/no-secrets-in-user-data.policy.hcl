# title: User data holds no credentials
# why: User data can be read by everything that runs on the instance, by everybody who may
#   describe it, and stands in the state.
# fix: Take access keys and private keys out of `user_data`; use an instance profile, and
#   read secrets from Secrets Manager or SSM at boot.
# severity: critical
# references: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html
# aliases: CKV_AWS_46
# tags: iam, secrets

policy {}

# Older provider versions keep only a hash of the text, which shows nothing. Encoded
# text is looked through for the encoded forms of what access keys and private keys
# begin with, at each of the three alignments. An instance without the argument has it
# computed, and not known before the apply: then there is nothing to judge.
resource_policy "aws_instance" "no-secrets-in-user-data" {
  filter = core::valuetostring(core::try(attrs.user_data, null)) != "(unknown)" && !core::regex_match(core::try(attrs.user_data, null) == null ? "" : core::try(attrs.user_data, null), "^([0-9a-f]{40})?$")

  enforce {
    condition     = !core::regex_match(core::try(attrs.user_data, null), "\\b(AKIA|ASIA)[A-Z2-7]{16}\\b|(?i:aws_secret_access_key[ \"']*[=:][ \"']*[a-z0-9/+]{40})|-----BEGIN ([A-Z]+ )*PRIVATE KEY-----")
    error_message = "`user_data` holds what looks like an access key or a private key"
  }

  enforce {
    condition     = core::regex_match(core::try(attrs.user_data, null), "[^A-Za-z0-9+/=[:space:]]") || !core::regex_match(core::try(attrs.user_data, null), "QUtJQ|[EUk0]FLSU[EF]|BS0lB|UFJJVkFURSBLRV|BSSVZBVEUgS0VZ|QUklWQVRFIEtFW")
    error_message = "`user_data` holds, encoded, what looks like an access key or a private key"
  }
}

# Older provider versions keep only a hash of the text, which shows nothing. Encoded
# text is looked through for the encoded forms of what access keys and private keys
# begin with, at each of the three alignments. An instance without the argument has it
# computed, and not known before the apply: then there is nothing to judge.
resource_policy "aws_instance" "no-secrets-in-user-data-encoded" {
  filter = core::valuetostring(core::try(attrs.user_data_base64, null)) != "(unknown)" && !core::regex_match(core::try(attrs.user_data_base64, null) == null ? "" : core::try(attrs.user_data_base64, null), "^([0-9a-f]{40})?$")

  enforce {
    condition     = !core::regex_match(core::try(attrs.user_data_base64, null), "\\b(AKIA|ASIA)[A-Z2-7]{16}\\b|(?i:aws_secret_access_key[ \"']*[=:][ \"']*[a-z0-9/+]{40})|-----BEGIN ([A-Z]+ )*PRIVATE KEY-----")
    error_message = "`user_data_base64` holds what looks like an access key or a private key"
  }

  enforce {
    condition     = core::regex_match(core::try(attrs.user_data_base64, null), "[^A-Za-z0-9+/=[:space:]]") || !core::regex_match(core::try(attrs.user_data_base64, null), "QUtJQ|[EUk0]FLSU[EF]|BS0lB|UFJJVkFURSBLRV|BSSVZBVEUgS0VZ|QUklWQVRFIEtFW")
    error_message = "`user_data_base64` holds, encoded, what looks like an access key or a private key"
  }
}

# Older provider versions keep only a hash of the text, which shows nothing. Encoded
# text is looked through for the encoded forms of what access keys and private keys
# begin with, at each of the three alignments.
resource_policy "aws_launch_template" "no-secrets-in-user-data" {
  filter = !core::regex_match(core::try(attrs.user_data, null) == null ? "" : core::try(attrs.user_data, null), "^([0-9a-f]{40})?$")

  enforce {
    condition     = !core::regex_match(core::try(attrs.user_data, null), "\\b(AKIA|ASIA)[A-Z2-7]{16}\\b|(?i:aws_secret_access_key[ \"']*[=:][ \"']*[a-z0-9/+]{40})|-----BEGIN ([A-Z]+ )*PRIVATE KEY-----")
    error_message = "`user_data` holds what looks like an access key or a private key"
  }

  enforce {
    condition     = core::regex_match(core::try(attrs.user_data, null), "[^A-Za-z0-9+/=[:space:]]") || !core::regex_match(core::try(attrs.user_data, null), "QUtJQ|[EUk0]FLSU[EF]|BS0lB|UFJJVkFURSBLRV|BSSVZBVEUgS0VZ|QUklWQVRFIEtFW")
    error_message = "`user_data` holds, encoded, what looks like an access key or a private key"
  }
}

# Older provider versions keep only a hash of the text, which shows nothing. Encoded
# text is looked through for the encoded forms of what access keys and private keys
# begin with, at each of the three alignments.
resource_policy "aws_launch_configuration" "no-secrets-in-user-data" {
  filter = !core::regex_match(core::try(attrs.user_data, null) == null ? "" : core::try(attrs.user_data, null), "^([0-9a-f]{40})?$")

  enforce {
    condition     = !core::regex_match(core::try(attrs.user_data, null), "\\b(AKIA|ASIA)[A-Z2-7]{16}\\b|(?i:aws_secret_access_key[ \"']*[=:][ \"']*[a-z0-9/+]{40})|-----BEGIN ([A-Z]+ )*PRIVATE KEY-----")
    error_message = "`user_data` holds what looks like an access key or a private key"
  }

  enforce {
    condition     = core::regex_match(core::try(attrs.user_data, null), "[^A-Za-z0-9+/=[:space:]]") || !core::regex_match(core::try(attrs.user_data, null), "QUtJQ|[EUk0]FLSU[EF]|BS0lB|UFJJVkFURSBLRV|BSSVZBVEUgS0VZ|QUklWQVRFIEtFW")
    error_message = "`user_data` holds, encoded, what looks like an access key or a private key"
  }
}

# Older provider versions keep only a hash of the text, which shows nothing. Encoded
# text is looked through for the encoded forms of what access keys and private keys
# begin with, at each of the three alignments.
resource_policy "aws_launch_configuration" "no-secrets-in-user-data-encoded" {
  filter = !core::regex_match(core::try(attrs.user_data_base64, null) == null ? "" : core::try(attrs.user_data_base64, null), "^([0-9a-f]{40})?$")

  enforce {
    condition     = !core::regex_match(core::try(attrs.user_data_base64, null), "\\b(AKIA|ASIA)[A-Z2-7]{16}\\b|(?i:aws_secret_access_key[ \"']*[=:][ \"']*[a-z0-9/+]{40})|-----BEGIN ([A-Z]+ )*PRIVATE KEY-----")
    error_message = "`user_data_base64` holds what looks like an access key or a private key"
  }

  enforce {
    condition     = core::regex_match(core::try(attrs.user_data_base64, null), "[^A-Za-z0-9+/=[:space:]]") || !core::regex_match(core::try(attrs.user_data_base64, null), "QUtJQ|[EUk0]FLSU[EF]|BS0lB|UFJJVkFURSBLRV|BSSVZBVEUgS0VZ|QUklWQVRFIEtFW")
    error_message = "`user_data_base64` holds, encoded, what looks like an access key or a private key"
  }
}
