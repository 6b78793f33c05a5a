# title: Certificates are entered in transparency logs
# why: Browsers distrust public certificates that are in no log, and forged ones are found
#   there.
# fix: Set `options.certificate_transparency_logging_preference = "ENABLED"`, or leave it
#   out.
# severity: low
# references: https://docs.aws.amazon.com/acm/latest/userguide/acm-concepts.html#concept-transparency
# aliases: CKV_AWS_234
# tags: encryption, logging

policy {}

resource_policy "aws_acm_certificate" "transparency-logging" {
  enforce {
    condition     = core::try(attrs.options[0].certificate_transparency_logging_preference, null) != "DISABLED"
    error_message = "`options.certificate_transparency_logging_preference` is DISABLED, must be ENABLED"
  }
}
