# title: Domains are locked against transfer
# why: Without the lock whoever gets into the mailbox of the owner can move the domain away.
# fix: Set `transfer_lock = true`, or leave it out.
# severity: medium
# references: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/domain-lock.html
# aliases: CKV_AWS_377

policy {}

resource_policy "aws_route53domains_registered_domain" "domain-transfer-lock" {
  enforce {
    condition     = core::try(attrs.transfer_lock, null) != false
    error_message = "`transfer_lock` is false, must be true"
  }
}
