# title: Certificates have strong keys
# why: Short RSA keys can be broken.
# fix: Set `key_algorithm` to RSA_2048 or longer, or to EC_prime256v1 or longer.
# severity: high
# references: https://docs.aws.amazon.com/acm/latest/userguide/acm-certificate-characteristics.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/acm-controls.html
# tags: fsbp, encryption

policy {}

# Where it is not written the argument is computed, and not known before the apply: then
# there is nothing to judge here. ACM then makes RSA_2048 keys.
resource_policy "aws_acm_certificate" "key-strength" {
  filter = core::valuetostring(core::try(attrs.key_algorithm, null)) != "(unknown)"

  enforce {
    condition     = core::try(attrs.key_algorithm, null) != "RSA_1024"
    error_message = "`key_algorithm` is RSA_1024, must be RSA_2048 or stronger"
  }
}
