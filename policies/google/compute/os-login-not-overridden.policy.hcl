# title: Instances do not switch OS Login off
# why: Metadata of an instance wins over that of the project, so one instance goes back to
#   loose keys.
# fix: Remove `enable-oslogin` from the `metadata` of the instance.
# severity: medium
# references: https://cloud.google.com/compute/docs/oslogin
# aliases: CKV_GCP_34
# tags: iam

policy {}

resource_policy "google_compute_instance" "os-login-not-overridden" {
  enforce {
    condition     = !core::contains(["false", "0", "no", "n"], core::try(core::lower(attrs.metadata["enable-oslogin"]), ""))
    error_message = "`metadata.enable-oslogin` is ${attrs.metadata["enable-oslogin"]}, must not be set to false"
  }
}

resource_policy "google_compute_instance_template" "os-login-not-overridden" {
  enforce {
    condition     = !core::contains(["false", "0", "no", "n"], core::try(core::lower(attrs.metadata["enable-oslogin"]), ""))
    error_message = "`metadata.enable-oslogin` is ${attrs.metadata["enable-oslogin"]}, must not be set to false"
  }
}

resource_policy "google_compute_region_instance_template" "os-login-not-overridden" {
  enforce {
    condition     = !core::contains(["false", "0", "no", "n"], core::try(core::lower(attrs.metadata["enable-oslogin"]), ""))
    error_message = "`metadata.enable-oslogin` is ${attrs.metadata["enable-oslogin"]}, must not be set to false"
  }
}
