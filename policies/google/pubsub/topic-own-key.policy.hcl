# title: Topics are encrypted with a key of one's own
# why: Only with a key of your own can you take access to the messages back.
# fix: Set `kms_key_name`.
# severity: low
# references: https://cloud.google.com/pubsub/docs/encryption
# aliases: CKV_GCP_83
# tags: encryption

policy {}

resource_policy "google_pubsub_topic" "topic-own-key" {
  enforce {
    condition     = core::try(core::trimspace(attrs.kms_key_name), "") != ""
    error_message = "`kms_key_name` must be set"
  }
}
