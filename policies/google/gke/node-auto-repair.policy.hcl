# title: Nodes are repaired automatically
# why: A node that fails its health checks stays in service, and pods on it fail.
# fix: Set `management { auto_repair = true }`.
# severity: low
# references: https://cloud.google.com/kubernetes-engine/docs/how-to/node-auto-repair
# aliases: CKV_GCP_9
# tags: compute

policy {}

resource_policy "google_container_node_pool" "node-auto-repair" {
  enforce {
    condition     = core::try(attrs.management[0].auto_repair, null) == true
    error_message = "`management.auto_repair` must be true"
  }
}
