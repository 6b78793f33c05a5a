# title: Buckets refuse requests without TLS
# why: Objects and signed requests that travel over plain HTTP can be read and replayed.
# fix: Add a bucket policy with a Deny for Principal "*", Action "s3:*" and the condition
#   Bool aws:SecureTransport = "false".
# severity: medium
# references: https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html
# tags: cis, fsbp, encryption, network

policy {}

resource_policy "aws_s3_bucket" "tls-required" {
  locals {
    by_id = core::anytrue([for r in core::getresources("aws_s3_bucket_policy", { bucket = core::try(attrs.id, "") }) : core::anytrue([
      for s in core::flatten([core::try(core::jsondecode(r.policy).Statement, [])]) :
      core::try(s.Effect, "") == "Deny"
      && core::contains(core::flatten([core::try(s.Principal.AWS, s.Principal, [])]), "*")
      && core::anytrue([for a in core::flatten([core::try(s.Action, [])]) : core::contains(["*", "s3:*"], a)])
      && core::anytrue(core::flatten([
        for operator, keys in core::try(s.Condition, {}) : [
          for key, value in keys : core::lower(key) == "aws:securetransport" && core::anytrue([for v in core::flatten([value]) : v == "false" || v == false])
        ] if core::contains(["bool", "boolifexists"], core::lower(operator))
      ]))
    ])])
    by_name = core::anytrue([for r in core::getresources("aws_s3_bucket_policy", { bucket = core::try(attrs.bucket, "") }) : core::anytrue([
      for s in core::flatten([core::try(core::jsondecode(r.policy).Statement, [])]) :
      core::try(s.Effect, "") == "Deny"
      && core::contains(core::flatten([core::try(s.Principal.AWS, s.Principal, [])]), "*")
      && core::anytrue([for a in core::flatten([core::try(s.Action, [])]) : core::contains(["*", "s3:*"], a)])
      && core::anytrue(core::flatten([
        for operator, keys in core::try(s.Condition, {}) : [
          for key, value in keys : core::lower(key) == "aws:securetransport" && core::anytrue([for v in core::flatten([value]) : v == "false" || v == false])
        ] if core::contains(["bool", "boolifexists"], core::lower(operator))
      ]))
    ])])
    # References settle the id; names written out are compared where they do not.
    found = core::valuetostring(core::try(attrs.id, "")) != "" && core::valuetostring(local.by_id) != "(unknown)" ? local.by_id : local.by_name
  }

  enforce {
    condition = local.found || core::anytrue([
      for s in core::flatten([core::try(core::jsondecode(attrs.policy).Statement, [])]) :
      core::try(s.Effect, "") == "Deny"
      && core::contains(core::flatten([core::try(s.Principal.AWS, s.Principal, [])]), "*")
      && core::anytrue([for a in core::flatten([core::try(s.Action, [])]) : core::contains(["*", "s3:*"], a)])
      && core::anytrue(core::flatten([
        for operator, keys in core::try(s.Condition, {}) : [
          for key, value in keys : core::lower(key) == "aws:securetransport" && core::anytrue([for v in core::flatten([value]) : v == "false" || v == false])
        ] if core::contains(["bool", "boolifexists"], core::lower(operator))
      ]))
    ])
    error_message = "no bucket policy denies requests without aws:SecureTransport"
  }
}
