# title: Secrets are rotated
# why: A secret that leaked once stays good for as long as nobody changes it.
# fix: Add an aws_secretsmanager_secret_rotation for the secret (before version 5 of the AWS
#   provider also: `rotation_lambda_arn`).
# severity: medium
# references: https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/secretsmanager-controls.html
# aliases: CKV2_AWS_57
# tags: fsbp, secrets

policy {}

resource_policy "aws_secretsmanager_secret" "rotation-enabled" {
  enforce {
    condition = (
      (core::valuetostring(core::try(attrs.rotation_rules, null)) != "(unknown)" && core::length(core::try([for x in attrs.rotation_rules : x], [])) > 0)
      || core::length(core::getresources("aws_secretsmanager_secret_rotation", { secret_id = core::try(attrs.id, null) })) > 0
      || core::length(core::getresources("aws_secretsmanager_secret_rotation", { secret_id = core::try(attrs.arn, null) })) > 0
    )
    error_message = "no aws_secretsmanager_secret_rotation for this secret"
  }
}
