# title: Brokers have no public address
# why: A broker with a public address, and its web console, can be attacked from the whole
#   internet.
# fix: Leave out `publicly_accessible` or set it to false.
# severity: critical
# references: https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/using-amazon-mq-securely.html
# aliases: CKV_AWS_69
# tags: network

policy {}

resource_policy "aws_mq_broker" "not-publicly-accessible" {
  enforce {
    condition     = core::try(attrs.publicly_accessible, null) == false
    error_message = "`publicly_accessible` is ${core::try(attrs.publicly_accessible, null) == null ? "not set" : "true"}, must be false"
  }
}
