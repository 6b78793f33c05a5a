policytest {
  targets = ["query-logging.policy.hcl"]
}

resource "aws_route53_zone" "logged_a" {
  attrs = {
    id      = "a"
    zone_id = "a"
    vpc     = []
  }
}

resource "aws_route53_query_log" "a" {
  attrs = {
    zone_id = aws_route53_zone.logged_a.zone_id
  }
}

resource "aws_route53_zone" "logged_b" {
  attrs = {
    id      = "b"
    zone_id = "b"
    vpc     = []
  }
}

resource "aws_route53_query_log" "b" {
  attrs = {
    zone_id = aws_route53_zone.logged_b.id
  }
}

resource "aws_route53_zone" "silent" {
  expect_failure = true
  attrs = {
    id      = "c"
    zone_id = "c"
    vpc     = []
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
