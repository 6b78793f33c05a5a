# title: Key policies are checked against lock-out
# why: Without the check a policy can be set that nobody may change any more; the key is
#   then lost.
# fix: Set `bypass_policy_lockout_safety_check = false`.
# severity: low
# references: https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
# tags: iam, encryption

policy {}

resource_policy "aws_kms_key" "policy-lockout-check" {
  enforce {
    condition     = core::try(attrs.bypass_policy_lockout_safety_check, null) != true
    error_message = "`bypass_policy_lockout_safety_check` is true, must be false"
  }
}

resource_policy "aws_kms_external_key" "policy-lockout-check" {
  enforce {
    condition     = core::try(attrs.bypass_policy_lockout_safety_check, null) != true
    error_message = "`bypass_policy_lockout_safety_check` is true, must be false"
  }
}

resource_policy "aws_kms_replica_key" "policy-lockout-check" {
  enforce {
    condition     = core::try(attrs.bypass_policy_lockout_safety_check, null) != true
    error_message = "`bypass_policy_lockout_safety_check` is true, must be false"
  }
}

resource_policy "aws_kms_key_policy" "policy-lockout-check" {
  enforce {
    condition     = core::try(attrs.bypass_policy_lockout_safety_check, null) != true
    error_message = "`bypass_policy_lockout_safety_check` is true, must be false"
  }
}
