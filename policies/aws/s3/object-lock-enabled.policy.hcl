# title: Chosen buckets lock their objects
# why: Records that must outlive mistakes and attackers need object lock; versions alone can
#   be deleted. It applies to buckets named by the input.
# fix: Set `object_lock_enabled = true` on the bucket and add an
#   aws_s3_bucket_object_lock_configuration; name the buckets by regular expressions in
#   the input `object-lock-buckets`.
# severity: high
# references: https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
# tags: backup

policy {}

input "object-lock-buckets" {
  type        = list(string)
  default     = []
  description = "Regular expressions; buckets whose name matches one of them must have object lock"
}

resource_policy "aws_s3_bucket" "object-lock-enabled" {
  filter = core::anytrue([for pattern in input.object-lock-buckets : core::regex_match(core::try(attrs.bucket, null) == null ? "" : attrs.bucket, pattern)])

  locals {
    by_id   = core::length(core::getresources("aws_s3_bucket_object_lock_configuration", { bucket = core::try(attrs.id, "") })) > 0
    by_name = core::length(core::getresources("aws_s3_bucket_object_lock_configuration", { bucket = core::try(attrs.bucket, "") })) > 0
    # References settle the id; names written out are compared where they do not.
    found = core::valuetostring(core::try(attrs.id, "")) != "" && core::valuetostring(local.by_id) != "(unknown)" ? local.by_id : local.by_name
  }

  enforce {
    condition = (
      core::try(attrs.object_lock_enabled, null) == true
      || core::try(attrs.object_lock_configuration[0].object_lock_enabled, null) == "Enabled"
      || local.found
    )
    error_message = "`object_lock_enabled` is not true, must be for buckets of this name"
  }
}
