# title: Clusters send their logs
# why: Without logs of the system components an attack on the cluster leaves no trace.
# fix: Remove `logging_service = "none"`; keep SYSTEM_COMPONENTS in
#   `logging_config.enable_components`.
# severity: medium
# references: https://cloud.google.com/kubernetes-engine/docs/concepts/about-logs
# aliases: CKV_GCP_1
# tags: logging

policy {}

resource_policy "google_container_cluster" "logging" {
  enforce {
    condition     = core::try(attrs.logging_service, null) != "none"
    error_message = "`logging_service` is none, must be logging.googleapis.com/kubernetes"
  }

  enforce {
    condition     = core::try(core::length(attrs.logging_config), 0) == 0 || core::try(core::length(attrs.logging_config[0].enable_components), 0) > 0
    error_message = "`logging_config.enable_components` is empty, must hold SYSTEM_COMPONENTS"
  }
}
