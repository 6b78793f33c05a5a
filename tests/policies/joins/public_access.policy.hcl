# title: Every bucket has a public access block
# why: Without one, a single object ACL can publish it.
# fix: Add an aws_s3_bucket_public_access_block with all four settings true.
# severity: high

policy {
  required_providers {
    aws = { source = "hashicorp/aws", version = ">= 5.0" }
  }
}

input "public-access-level" {
  type    = string
  default = "mandatory"
}

resource_policy "aws_s3_bucket" "public_access" {
  enforcement_level = input.public-access-level

  locals {
    blocks = core::getresources("aws_s3_bucket_public_access_block", { bucket = attrs.bucket })
    names  = ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"]
    strict = [
      for b in local.blocks : b
      if core::alltrue([for n in local.names : core::try(b[n], false)])
    ]
  }

  enforce {
    condition     = core::length(local.strict) > 0
    error_message = "${attrs.bucket} has no strict public access block"
  }
}
