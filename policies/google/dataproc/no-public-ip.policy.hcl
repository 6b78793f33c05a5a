# title: Dataproc nodes have no public addresses
# why: Web interfaces of Hadoop and Spark run code for whoever reaches them.
# fix: Set `cluster_config { gce_cluster_config { internal_ip_only = true } }`.
# severity: high
# references: https://cloud.google.com/dataproc/docs/concepts/configuring-clusters/network
# aliases: CKV_GCP_103
# tags: network

policy {}

resource_policy "google_dataproc_cluster" "no-public-ip" {
  filter = core::try(core::length(attrs.virtual_cluster_config), 0) == 0

  enforce {
    condition     = core::try(attrs.cluster_config[0].gce_cluster_config[0].internal_ip_only, null) == true
    error_message = "`cluster_config.gce_cluster_config.internal_ip_only` must be true"
  }
}
