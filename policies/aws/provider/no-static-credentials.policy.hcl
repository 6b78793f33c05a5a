# title: Provider blocks hold no access keys
# why: Keys in the code are in every clone, every plan and every log, and do not expire.
# fix: Remove `access_key` and `secret_key`; use a role (OIDC in CI, SSO or environment
#   variables elsewhere) or `assume_role`.
# severity: critical
# references: https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles
#   https://developer.hashicorp.com/terraform/language/providers/configuration
# aliases: CKV_AWS_41
# tags: iam, secrets

policy {}

# Stand-ins for local test servers, such as "test", are no keys.
provider_policy "aws" "no-static-credentials" {
  enforce {
    condition     = !core::try(core::regex_match(attrs.access_key == null ? "" : attrs.access_key, "^(AKIA|ASIA)[A-Z0-9]{12,}$"), false)
    error_message = "`access_key` is an access key, must come from a role or the environment"
  }

  enforce {
    condition     = !core::try(core::regex_match(attrs.secret_key == null ? "" : attrs.secret_key, "^[A-Za-z0-9/+]{40}$"), false)
    error_message = "`secret_key` is a secret key, must come from a role or the environment"
  }
}
