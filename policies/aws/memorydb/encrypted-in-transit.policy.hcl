# title: MemoryDB clusters are reached over TLS
# why: Without TLS what is stored travels between application and database in clear, and
#   access control lists do not apply.
# fix: Leave out `tls_enabled` or set it to true.
# severity: high
# references: https://docs.aws.amazon.com/memorydb/latest/devguide/in-transit-encryption.html
# aliases: CKV_AWS_202
# tags: encryption, network

policy {}

resource_policy "aws_memorydb_cluster" "encrypted-in-transit" {
  enforce {
    condition     = core::try(attrs.tls_enabled, null) != false
    error_message = "`tls_enabled` is false, must be true"
  }
}
