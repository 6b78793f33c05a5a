policytest {
  targets = ["dnssec-signed.policy.hcl"]
}

resource "aws_route53_zone" "signed_a" {
  attrs = {
    id      = "a"
    zone_id = "a"
    vpc     = []
  }
}

resource "aws_route53_hosted_zone_dnssec" "a" {
  attrs = {
    hosted_zone_id = aws_route53_zone.signed_a.zone_id
    signing_status = "SIGNING"
  }
}

resource "aws_route53_zone" "signed_b" {
  attrs = {
    id      = "b"
    zone_id = "b"
    vpc     = []
  }
}

resource "aws_route53_hosted_zone_dnssec" "b" {
  attrs = {
    hosted_zone_id = aws_route53_zone.signed_b.id
    signing_status = "SIGNING"
  }
}

resource "aws_route53_zone" "unsigned" {
  expect_failure = true
  attrs = {
    id      = "c"
    zone_id = "c"
    vpc     = []
  }
}

resource "aws_route53_zone" "stopped" {
  expect_failure = true
  attrs = {
    id      = "e"
    zone_id = "e"
    vpc     = []
  }
}

resource "aws_route53_hosted_zone_dnssec" "e" {
  attrs = {
    hosted_zone_id = "e"
    signing_status = "NOT_SIGNING"
  }
}

resource "aws_route53_zone" "private" {
  attrs = {
    id      = "d"
    zone_id = "d"
    vpc     = [{ vpc_id = "vpc-1" }]
  }
}

resource "aws_route53_zone" "known_after_apply" {
  expect_unknown = true
  unknown        = ["id", "zone_id"]
  attrs = {
    vpc = []
  }
}
