# title: Transfer servers are in a VPC
# why: A public endpoint is found and tried by everybody, without any security group.
# fix: Set `endpoint_type = "VPC"` and `endpoint_details`.
# severity: high
# references: https://docs.aws.amazon.com/transfer/latest/userguide/create-server-in-vpc.html
# aliases: CKV_AWS_164
# tags: network

policy {}

resource_policy "aws_transfer_server" "not-public" {
  enforce {
    condition     = core::contains(["VPC", "VPC_ENDPOINT"], core::try(attrs.endpoint_type, null) == null ? "" : core::try(attrs.endpoint_type, null))
    error_message = "`endpoint_type` is ${core::try(attrs.endpoint_type, null) == null ? "not set" : core::try(attrs.endpoint_type, null)}, must be VPC or VPC_ENDPOINT"
  }
}
