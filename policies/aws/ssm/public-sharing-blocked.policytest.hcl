policytest {
  targets = ["public-sharing-blocked.policy.hcl"]
}

resource "aws_ssm_service_setting" "blocked" {
  attrs = {
    setting_id    = "/ssm/documents/console/public-sharing-permission"
    setting_value = "Disable"
  }
}

resource "aws_ssm_service_setting" "open" {
  expect_failure = true
  attrs = {
    setting_id    = "/ssm/documents/console/public-sharing-permission"
    setting_value = "Enable"
  }
}

resource "aws_ssm_service_setting" "another" {
  attrs = {
    setting_id    = "/ssm/parameter-store/high-throughput-enabled"
    setting_value = "true"
  }
}

resource "aws_ssm_service_setting" "known_after_apply" {
  expect_unknown = true
  unknown        = ["setting_value"]
  attrs = {
    setting_id = "/ssm/documents/console/public-sharing-permission"
  }
}
