# title: Jobs and crawlers have a security configuration
# why: Without one, logs, bookmarks and intermediate data are written in clear.
# fix: Set `security_configuration` to the name of an aws_glue_security_configuration.
# severity: medium
# references: https://docs.aws.amazon.com/glue/latest/dg/console-security-configurations.html
# aliases: CKV_AWS_195
# tags: encryption

policy {}

resource_policy "aws_glue_job" "jobs-encrypted" {
  enforce {
    condition     = core::try(attrs.security_configuration, null) != null && core::try(attrs.security_configuration, null) != ""
    error_message = "`security_configuration` is not set, must name a security configuration"
  }
}

resource_policy "aws_glue_crawler" "jobs-encrypted" {
  enforce {
    condition     = core::try(attrs.security_configuration, null) != null && core::try(attrs.security_configuration, null) != ""
    error_message = "`security_configuration` is not set, must name a security configuration"
  }
}

resource_policy "aws_glue_dev_endpoint" "jobs-encrypted" {
  enforce {
    condition     = core::try(attrs.security_configuration, null) != null && core::try(attrs.security_configuration, null) != ""
    error_message = "`security_configuration` is not set, must name a security configuration"
  }
}
