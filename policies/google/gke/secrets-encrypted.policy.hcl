# title: Kubernetes secrets are encrypted with a key of one's own
# why: Without it, whoever reads etcd or a backup of it reads every secret of the cluster.
# fix: Add `database_encryption { state = "ENCRYPTED", key_name = … }`.
# severity: medium
# references: https://cloud.google.com/kubernetes-engine/docs/how-to/encrypting-secrets
# tags: encryption

policy {}

resource_policy "google_container_cluster" "secrets-encrypted" {
  enforce {
    condition     = core::contains(["ENCRYPTED", "ALL_OBJECTS_ENCRYPTION_ENABLED"], core::try(core::trimspace(attrs.database_encryption[0].state), ""))
    error_message = "`database_encryption.state` is ${core::valuetostring(core::try(attrs.database_encryption[0].state, null))}, must be ENCRYPTED"
  }
}
