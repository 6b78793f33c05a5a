# title: Redis encrypts its connections
# why: Without TLS passwords and data cross the network in plain text.
# fix: Set `transit_encryption_mode = "SERVER_AUTHENTICATION"` (clusters:
#   "TRANSIT_ENCRYPTION_MODE_SERVER_AUTHENTICATION").
# severity: medium
# references: https://cloud.google.com/memorystore/docs/redis/about-in-transit-encryption
# aliases: CKV_GCP_97
# tags: encryption, database

policy {}

resource_policy "google_redis_instance" "encrypted-in-transit" {
  enforce {
    condition     = core::try(attrs.transit_encryption_mode, null) == "SERVER_AUTHENTICATION"
    error_message = "`transit_encryption_mode` is ${core::valuetostring(core::try(attrs.transit_encryption_mode, null))}, must be SERVER_AUTHENTICATION"
  }
}

resource_policy "google_redis_cluster" "encrypted-in-transit" {
  enforce {
    condition     = core::try(attrs.transit_encryption_mode, null) == "TRANSIT_ENCRYPTION_MODE_SERVER_AUTHENTICATION"
    error_message = "`transit_encryption_mode` is ${core::valuetostring(core::try(attrs.transit_encryption_mode, null))}, must be TRANSIT_ENCRYPTION_MODE_SERVER_AUTHENTICATION"
  }
}
