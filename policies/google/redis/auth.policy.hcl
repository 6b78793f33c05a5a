# title: Redis asks for a password
# why: Without AUTH everything in the network reads and writes the cache.
# fix: Set `auth_enabled = true`.
# severity: high
# references: https://cloud.google.com/memorystore/docs/redis/auth-overview
# aliases: CKV_GCP_95
# tags: iam, database

policy {}

resource_policy "google_redis_instance" "auth" {
  enforce {
    condition     = core::try(attrs.auth_enabled, null) == true
    error_message = "`auth_enabled` must be true"
  }
}
