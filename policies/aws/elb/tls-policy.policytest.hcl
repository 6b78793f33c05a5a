policytest {
  targets = ["tls-policy.policy.hcl"]
}

resource "aws_lb_listener" "good_TLS13_1_2_2021_06" {
  attrs = {
    protocol   = "HTTPS"
    ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  }
}

resource "aws_lb_listener" "good_TLS13_1_3_2021_06" {
  attrs = {
    protocol   = "HTTPS"
    ssl_policy = "ELBSecurityPolicy-TLS13-1-3-2021-06"
  }
}

resource "aws_lb_listener" "good_TLS13_1_2_Res_2021_06" {
  attrs = {
    protocol   = "HTTPS"
    ssl_policy = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06"
  }
}

resource "aws_lb_listener" "good_TLS13_1_2_FIPS_2023_04" {
  attrs = {
    protocol   = "HTTPS"
    ssl_policy = "ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04"
  }
}

resource "aws_lb_listener" "good_TLS13_1_2_Res_PQ_2025_09" {
  attrs = {
    protocol   = "HTTPS"
    ssl_policy = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"
  }
}

resource "aws_lb_listener" "good_TLS_1_2_2017_01" {
  attrs = {
    protocol   = "HTTPS"
    ssl_policy = "ELBSecurityPolicy-TLS-1-2-2017-01"
  }
}

resource "aws_lb_listener" "good_TLS_1_2_Ext_2018_06" {
  attrs = {
    protocol   = "HTTPS"
    ssl_policy = "ELBSecurityPolicy-TLS-1-2-Ext-2018-06"
  }
}

resource "aws_lb_listener" "good_FS_1_2_Res_2020_10" {
  attrs = {
    protocol   = "HTTPS"
    ssl_policy = "ELBSecurityPolicy-FS-1-2-Res-2020-10"
  }
}

resource "aws_lb_listener" "bad_2016_08" {
  expect_failure = true
  attrs = {
    protocol   = "HTTPS"
    ssl_policy = "ELBSecurityPolicy-2016-08"
  }
}

resource "aws_lb_listener" "bad_TLS13_1_0_2021_06" {
  expect_failure = true
  attrs = {
    protocol   = "HTTPS"
    ssl_policy = "ELBSecurityPolicy-TLS13-1-0-2021-06"
  }
}

resource "aws_lb_listener" "bad_TLS13_1_1_2021_06" {
  expect_failure = true
  attrs = {
    protocol   = "HTTPS"
    ssl_policy = "ELBSecurityPolicy-TLS13-1-1-2021-06"
  }
}

resource "aws_lb_listener" "bad_TLS_1_0_2015_04" {
  expect_failure = true
  attrs = {
    protocol   = "HTTPS"
    ssl_policy = "ELBSecurityPolicy-TLS-1-0-2015-04"
  }
}

resource "aws_lb_listener" "bad_TLS_1_1_2017_01" {
  expect_failure = true
  attrs = {
    protocol   = "HTTPS"
    ssl_policy = "ELBSecurityPolicy-TLS-1-1-2017-01"
  }
}

resource "aws_lb_listener" "bad_FS_1_1_2019_08" {
  expect_failure = true
  attrs = {
    protocol   = "HTTPS"
    ssl_policy = "ELBSecurityPolicy-FS-1-1-2019-08"
  }
}

resource "aws_lb_listener" "bad_FS_2018_06" {
  expect_failure = true
  attrs = {
    protocol   = "HTTPS"
    ssl_policy = "ELBSecurityPolicy-FS-2018-06"
  }
}

resource "aws_lb_listener" "bad_2015_05" {
  expect_failure = true
  attrs = {
    protocol   = "HTTPS"
    ssl_policy = "ELBSecurityPolicy-2015-05"
  }
}

resource "aws_lb_listener" "network_listener" {
  expect_failure = true
  attrs = {
    protocol   = "TLS"
    ssl_policy = "ELBSecurityPolicy-2016-08"
  }
}

resource "aws_lb_listener" "default" {
  expect_failure = true
  attrs = {
    protocol   = "HTTPS"
    ssl_policy = null
  }
}

resource "aws_lb_listener" "http" {
  attrs = {
    protocol   = "HTTP"
    ssl_policy = null
  }
}

resource "aws_lb_listener" "known_after_apply" {
  expect_unknown = true
  unknown        = ["ssl_policy"]
  attrs = {
    protocol = "HTTPS"
  }
}

resource "aws_alb_listener" "good_TLS13_1_2_2021_06" {
  attrs = {
    protocol   = "HTTPS"
    ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06"
  }
}

resource "aws_alb_listener" "good_TLS13_1_3_2021_06" {
  attrs = {
    protocol   = "HTTPS"
    ssl_policy = "ELBSecurityPolicy-TLS13-1-3-2021-06"
  }
}

resource "aws_alb_listener" "good_TLS13_1_2_Res_2021_06" {
  attrs = {
    protocol   = "HTTPS"
    ssl_policy = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06"
  }
}

resource "aws_alb_listener" "good_TLS13_1_2_FIPS_2023_04" {
  attrs = {
    protocol   = "HTTPS"
    ssl_policy = "ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04"
  }
}

resource "aws_alb_listener" "good_TLS13_1_2_Res_PQ_2025_09" {
  attrs = {
    protocol   = "HTTPS"
    ssl_policy = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"
  }
}

resource "aws_alb_listener" "good_TLS_1_2_2017_01" {
  attrs = {
    protocol   = "HTTPS"
    ssl_policy = "ELBSecurityPolicy-TLS-1-2-2017-01"
  }
}

resource "aws_alb_listener" "good_TLS_1_2_Ext_2018_06" {
  attrs = {
    protocol   = "HTTPS"
    ssl_policy = "ELBSecurityPolicy-TLS-1-2-Ext-2018-06"
  }
}

resource "aws_alb_listener" "good_FS_1_2_Res_2020_10" {
  attrs = {
    protocol   = "HTTPS"
    ssl_policy = "ELBSecurityPolicy-FS-1-2-Res-2020-10"
  }
}

resource "aws_alb_listener" "bad_2016_08" {
  expect_failure = true
  attrs = {
    protocol   = "HTTPS"
    ssl_policy = "ELBSecurityPolicy-2016-08"
  }
}

resource "aws_alb_listener" "bad_TLS13_1_0_2021_06" {
  expect_failure = true
  attrs = {
    protocol   = "HTTPS"
    ssl_policy = "ELBSecurityPolicy-TLS13-1-0-2021-06"
  }
}

resource "aws_alb_listener" "bad_TLS13_1_1_2021_06" {
  expect_failure = true
  attrs = {
    protocol   = "HTTPS"
    ssl_policy = "ELBSecurityPolicy-TLS13-1-1-2021-06"
  }
}

resource "aws_alb_listener" "bad_TLS_1_0_2015_04" {
  expect_failure = true
  attrs = {
    protocol   = "HTTPS"
    ssl_policy = "ELBSecurityPolicy-TLS-1-0-2015-04"
  }
}

resource "aws_alb_listener" "bad_TLS_1_1_2017_01" {
  expect_failure = true
  attrs = {
    protocol   = "HTTPS"
    ssl_policy = "ELBSecurityPolicy-TLS-1-1-2017-01"
  }
}

resource "aws_alb_listener" "bad_FS_1_1_2019_08" {
  expect_failure = true
  attrs = {
    protocol   = "HTTPS"
    ssl_policy = "ELBSecurityPolicy-FS-1-1-2019-08"
  }
}

resource "aws_alb_listener" "bad_FS_2018_06" {
  expect_failure = true
  attrs = {
    protocol   = "HTTPS"
    ssl_policy = "ELBSecurityPolicy-FS-2018-06"
  }
}

resource "aws_alb_listener" "bad_2015_05" {
  expect_failure = true
  attrs = {
    protocol   = "HTTPS"
    ssl_policy = "ELBSecurityPolicy-2015-05"
  }
}

resource "aws_alb_listener" "network_listener" {
  expect_failure = true
  attrs = {
    protocol   = "TLS"
    ssl_policy = "ELBSecurityPolicy-2016-08"
  }
}

resource "aws_alb_listener" "default" {
  expect_failure = true
  attrs = {
    protocol   = "HTTPS"
    ssl_policy = null
  }
}

resource "aws_alb_listener" "http" {
  attrs = {
    protocol   = "HTTP"
    ssl_policy = null
  }
}

resource "aws_alb_listener" "known_after_apply" {
  expect_unknown = true
  unknown        = ["ssl_policy"]
  attrs = {
    protocol = "HTTPS"
  }
}
