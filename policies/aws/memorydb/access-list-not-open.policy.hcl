# title: MemoryDB clusters do not use the open access list
# why: The built-in list open-access lets everybody who reaches the port run every command
#   without a password.
# fix: Set `acl_name` to an aws_memorydb_acl of your own.
# severity: high
# references: https://docs.aws.amazon.com/memorydb/latest/devguide/clusters.acls.html
# tags: iam

policy {}

resource_policy "aws_memorydb_cluster" "access-list-not-open" {
  enforce {
    condition     = core::try(attrs.acl_name, null) != "open-access"
    error_message = "`acl_name` is open-access, must be an access list with users"
  }
}
