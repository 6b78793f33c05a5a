# title: Containers get credentials from their role and secrets, not as plain text
# why: Environment variables of a task definition can be read by everybody who may describe
#   it, and every revision is kept.
# fix: Remove credentials from `environment`; give permissions to `task_role_arn`, and name
#   secrets in `secrets`.
# severity: high
# references: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html
# tags: fsbp, iam, secrets

policy {}

resource_policy "aws_ecs_task_definition" "no-secrets-in-environment" {
  locals {
    containers = core::flatten([core::try(core::jsondecode(attrs.container_definitions), [])])
    wrong      = [for c in local.containers : core::try(c.name, "a container") if core::anytrue([for e in core::try([for x in c.environment : x], []) : core::contains(["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "ECS_ENGINE_AUTH_DATA"], core::try(e.name, "")) || core::try(core::regex_match(e.value, "\\b(AKIA|ASIA)[A-Z2-7]{16}\\b|-----BEGIN ([A-Z]+ )*PRIVATE KEY-----"), false)])]
  }

  enforce {
    condition     = core::length(local.wrong) == 0
    error_message = "`environment` of ${core::join(", ", local.wrong)} holds credentials, must not"
  }
}
