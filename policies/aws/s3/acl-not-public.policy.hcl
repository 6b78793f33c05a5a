# title: Bucket ACLs grant nothing to everybody
# why: A canned public ACL, or a grant to all users, lets the whole internet (or every AWS
#   account) list, read or write.
# fix: Use `acl = "private"`, or no ACL at all with object_ownership BucketOwnerEnforced.
# severity: critical
# references: https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html
# aliases: CKV_AWS_20, CKV_AWS_57, CKV2_AWS_43
# tags: fsbp, network

policy {}

# In newer provider versions the inline argument is computed, and not known before the
# apply where it is not written: then there is nothing to judge.
resource_policy "aws_s3_bucket" "acl-not-public" {
  filter = core::valuetostring(core::try(attrs.acl, null)) != "(unknown)"

  enforce {
    condition     = !core::anytrue([for v in ["public-read", "public-read-write", "authenticated-read"] : v == core::try(attrs.acl, null)])
    error_message = "`acl` is ${core::valuetostring(core::try(attrs.acl, null))}, must not be public"
  }
}

resource_policy "aws_s3_bucket" "acl-not-public-grants" {
  filter = core::valuetostring(core::try(attrs.grant, null)) != "(unknown)"

  enforce {
    condition = core::alltrue([
      for grant in core::try([for x in attrs.grant : x], []) :
      !core::anytrue([for v in ["http://acs.amazonaws.com/groups/global/AllUsers", "http://acs.amazonaws.com/groups/global/AuthenticatedUsers"] : v == core::try(grant.uri, null)])
    ])
    error_message = "`grant` gives access to everybody, must name accounts"
  }
}

resource_policy "aws_s3_bucket_acl" "acl-not-public" {
  enforce {
    condition     = !core::anytrue([for v in ["public-read", "public-read-write", "authenticated-read"] : v == core::try(attrs.acl, null)])
    error_message = "`acl` is ${core::valuetostring(core::try(attrs.acl, null))}, must not be public"
  }

  enforce {
    condition = core::alltrue([
      for grant in core::try([for x in attrs.access_control_policy[0].grant : x], []) :
      !core::anytrue([for v in ["http://acs.amazonaws.com/groups/global/AllUsers", "http://acs.amazonaws.com/groups/global/AuthenticatedUsers"] : v == core::try(grant.grantee[0].uri, null)])
    ])
    error_message = "`access_control_policy.grant` gives access to everybody, must name accounts"
  }
}
