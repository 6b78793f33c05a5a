# title: Nodes are upgraded automatically
# why: Nodes that nobody upgrades keep known flaws and fall out of support.
# fix: Set `management { auto_upgrade = true }`.
# severity: medium
# references: https://cloud.google.com/kubernetes-engine/docs/how-to/node-auto-upgrades
# aliases: CKV_GCP_10
# tags: compute

policy {}

resource_policy "google_container_node_pool" "node-auto-upgrade" {
  enforce {
    condition     = core::try(attrs.management[0].auto_upgrade, null) == true
    error_message = "`management.auto_upgrade` must be true"
  }
}
