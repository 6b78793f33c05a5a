policytest {
  targets = ["cache-encrypted.policy.hcl"]
}

resource "aws_api_gateway_method_settings" "right" {
  attrs = {
    settings = [{ caching_enabled = true, cache_data_encrypted = true }]
  }
}

resource "aws_api_gateway_method_settings" "wrong" {
  expect_failure = true
  attrs = {
    settings = [{ caching_enabled = true, cache_data_encrypted = false }]
  }
}

resource "aws_api_gateway_method_settings" "default" {
  expect_failure = true
  attrs = {
    settings = [{ caching_enabled = true, cache_data_encrypted = null }]
  }
}

resource "aws_api_gateway_method_settings" "no_block" {
  expect_failure = true
  attrs = {
    settings = [{ caching_enabled = true }]
  }
}

resource "aws_api_gateway_method_settings" "known_after_apply" {
  expect_unknown = true
  unknown        = ["settings.0.cache_data_encrypted"]
  attrs = {
    settings = [{ caching_enabled = true, cache_data_encrypted = true }]
  }
}

resource "aws_api_gateway_method_settings" "no_cache" {
  attrs = {
    settings = [{ caching_enabled = false, cache_data_encrypted = false }]
  }
}
