# title: Certificates are validated by DNS
# why: Certificates that are validated by mail are not renewed until somebody reads the
#   mail.
# fix: Set `validation_method = "DNS"`, with an aws_route53_record for the validation.
# severity: low
# references: https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html

policy {}

# Where it is not written the argument is computed, and not known before the apply: then
# there is nothing to judge here.
resource_policy "aws_acm_certificate" "dns-validated" {
  filter = core::valuetostring(core::try(attrs.validation_method, null)) != "(unknown)"

  enforce {
    condition     = core::try(attrs.validation_method, null) != "EMAIL"
    error_message = "`validation_method` is EMAIL, must be DNS"
  }
}
