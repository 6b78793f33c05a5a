# title: Clusters follow a release channel
# why: Outside a channel versions run out of support unnoticed, and fixes come late.
# fix: Set `release_channel { channel = "REGULAR" }` or another channel.
# severity: low
# references: https://cloud.google.com/kubernetes-engine/docs/concepts/release-channels
# aliases: CKV_GCP_70
# tags: compute

policy {}

resource_policy "google_container_cluster" "release-channel" {
  enforce {
    condition     = !core::contains(["", "UNSPECIFIED"], core::try(core::trimspace(attrs.release_channel[0].channel), ""))
    error_message = "`release_channel.channel` is ${core::valuetostring(core::try(attrs.release_channel[0].channel, null))}, must be RAPID, REGULAR, STABLE or EXTENDED"
  }
}
