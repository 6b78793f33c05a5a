policytest {
  targets = ["workload-identity-condition.policy.hcl"]
}

resource "google_iam_workload_identity_pool_provider" "narrowed" {
  attrs = {
    oidc                = [{ issuer_uri = "https://token.actions.githubusercontent.com" }]
    attribute_condition = "assertion.repository_owner == 'my-org'"
  }
}

resource "google_iam_workload_identity_pool_provider" "default" {
  expect_failure = true
  attrs = {
    oidc                = [{ issuer_uri = "https://token.actions.githubusercontent.com" }]
    attribute_condition = null
  }
}

resource "google_iam_workload_identity_pool_provider" "empty" {
  expect_failure = true
  attrs = {
    oidc                = [{ issuer_uri = "https://token.actions.githubusercontent.com" }]
    attribute_condition = ""
  }
}

resource "google_iam_workload_identity_pool_provider" "aws_account" {
  attrs = {
    oidc                = []
    aws                 = [{ account_id = "123456789012" }]
    attribute_condition = null
  }
}

resource "google_iam_workload_identity_pool_provider" "known_after_apply" {
  expect_unknown = true
  unknown        = ["attribute_condition"]
  attrs = {
    oidc = [{ issuer_uri = "x" }]
  }
}
