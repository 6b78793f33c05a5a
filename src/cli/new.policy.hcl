# title: Say in one line what is required
# why: Say what goes wrong otherwise.
# fix: Name the attribute to set, and to what.
# severity: medium

policy {}

resource_policy "aws_s3_bucket" "LABEL" {
  enforce {
    condition     = core::try(attrs.tags["Owner"], null) != null
    error_message = "`tags` has no `Owner`"
  }
}
