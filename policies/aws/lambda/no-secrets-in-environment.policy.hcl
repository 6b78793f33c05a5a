# title: Environment variables hold no credentials
# why: Environment variables can be read by everybody who may describe the function, and
#   stand in the state.
# fix: Take access keys, tokens and private keys out of `environment`; give permissions to
#   the role, and read secrets from Secrets Manager or SSM.
# severity: critical
# references: https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html
# aliases: CKV_AWS_45
# tags: iam, secrets

policy {}

resource_policy "aws_lambda_function" "no-secrets-in-environment" {
  locals {
    variables = core::try(attrs.environment[0].variables, null) == null ? {} : core::try(attrs.environment[0].variables, null)
  }

  enforce {
    condition = !core::anytrue([
      for name, value in local.variables :
      core::try(core::regex_match(value, "\\b(AKIA|ASIA)[A-Z2-7]{16}\\b|-----BEGIN ([A-Z]+ )*PRIVATE KEY-----|\\bgh[pousr]_[A-Za-z0-9]{36}|\\bxox[abprs]-[0-9A-Za-z-]{20,}|\\bsk_live_[0-9A-Za-z]{20,}|\\bglpat-[0-9A-Za-z_-]{20}"), false)
      || core::regex_match(core::lower(name), "aws_?secret_?(access_?)?key") && core::try(core::regex_match(value, "^[A-Za-z0-9/+]{40}$"), false)
    ])
    error_message = "`environment` holds what looks like an access key, a token or a private key, must not hold credentials"
  }
}
