# title: Clusters run attested images only
# why: Without Binary Authorization anyone who may deploy can run any image from anywhere.
# fix: Set `binary_authorization { evaluation_mode = "PROJECT_SINGLETON_POLICY_ENFORCE" }`.
# severity: low
# references: https://cloud.google.com/binary-authorization/docs/overview
# aliases: CKV_GCP_66
# tags: supply-chain

policy {}

resource_policy "google_container_cluster" "binary-authorization" {
  enforce {
    condition = (
      !core::contains(["", "DISABLED", "EVALUATION_MODE_UNSPECIFIED"], core::try(core::trimspace(attrs.binary_authorization[0].evaluation_mode), ""))
      || core::try(attrs.binary_authorization[0].enabled, null) == true
      || core::try(attrs.enable_binary_authorization, null) == true
    )
    error_message = "`binary_authorization.evaluation_mode` must be PROJECT_SINGLETON_POLICY_ENFORCE"
  }
}
