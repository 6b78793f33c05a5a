# title: Keys are rotated
# why: The longer a key is used, the more data a leak of it opens.
# fix: Set `rotation_period` to at most the input `rotation-max-days`, for example "7776000s"
#   for 90 days.
# severity: medium
# references: https://cloud.google.com/kms/docs/key-rotation
# aliases: CKV_GCP_43
# tags: cis, encryption

policy {}

input "rotation-max-days" {
  type        = number
  default     = 90
  description = "Most days between two rotations of a key"
}

resource_policy "google_kms_crypto_key" "rotation" {
  filter = core::contains(["", "ENCRYPT_DECRYPT"], core::try(core::trimspace(attrs.purpose), "")) && core::try(attrs.import_only, null) != true

  enforce {
    condition     = core::try(core::trimspace(attrs.rotation_period), "") != ""
    error_message = "`rotation_period` must be set"
  }

  enforce {
    condition     = core::try(core::parseint(core::split(".", core::trimsuffix(attrs.rotation_period, "s"))[0], 10), 0) <= input.rotation-max-days * 86400
    error_message = "`rotation_period` is ${core::valuetostring(core::try(attrs.rotation_period, null))}, must be at most ${input.rotation-max-days * 86400}s"
  }
}
