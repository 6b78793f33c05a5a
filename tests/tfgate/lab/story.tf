# Some thirty types, as a team would write them: named things, tagged things, children of both,
# in modules, counted and keyed. Applied out of band first, then found again.

variable "name" {
  type = string
}

locals {
  tags = {
    Project     = var.name
    Environment = "test"
  }
}

data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ec2.amazonaws.com"]
    }
  }
}

resource "aws_s3_bucket" "logs" {
  for_each = toset(["audit", "access.log"])
  bucket   = "${var.name}-${each.key}"
  tags     = local.tags
}

resource "aws_s3_bucket_public_access_block" "logs" {
  for_each                = aws_s3_bucket.logs
  bucket                  = each.value.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_iam_role" "app" {
  name               = "${var.name}-app"
  assume_role_policy = data.aws_iam_policy_document.assume.json
  tags               = local.tags
}

resource "aws_iam_role_policy" "app" {
  name   = "inline"
  role   = aws_iam_role.app.id
  policy = data.aws_iam_policy_document.allow.json
}

data "aws_iam_policy_document" "allow" {
  statement {
    actions   = ["s3:ListAllMyBuckets"]
    resources = ["*"]
  }
}

resource "aws_iam_policy" "read" {
  name   = "${var.name}-read"
  policy = data.aws_iam_policy_document.allow.json
}

resource "aws_iam_role_policy_attachment" "read" {
  role       = aws_iam_role.app.name
  policy_arn = aws_iam_policy.read.arn
}

resource "aws_iam_instance_profile" "app" {
  name = "${var.name}-app"
  role = aws_iam_role.app.name
}

resource "aws_iam_user" "ci" {
  name = "${var.name}-ci"
}

resource "aws_iam_group" "ops" {
  name = "${var.name}-ops"
}

resource "aws_sns_topic" "alerts" {
  name = "${var.name}-alerts"
  tags = local.tags
}

resource "aws_dynamodb_table" "items" {
  count        = 2
  name         = "${var.name}-items-${count.index}"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"
  tags         = local.tags

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_cloudwatch_log_group" "app" {
  name              = "/${var.name}/app"
  retention_in_days = 30
  tags              = local.tags
}

resource "aws_cloudwatch_event_rule" "nightly" {
  name                = "${var.name}-nightly"
  schedule_expression = "rate(1 day)"
}

resource "aws_cloudwatch_event_target" "nightly" {
  rule      = aws_cloudwatch_event_rule.nightly.name
  target_id = "topic"
  arn       = aws_sns_topic.alerts.arn
}

resource "aws_cloudwatch_metric_alarm" "busy" {
  alarm_name          = "${var.name}-busy"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 2
  metric_name         = "CPUUtilization"
  namespace           = "AWS/EC2"
  period              = 120
  statistic           = "Average"
  threshold           = 80
}

resource "aws_kms_key" "data" {
  description = var.name
  tags        = local.tags
}

resource "aws_kms_alias" "data" {
  name          = "alias/${var.name}"
  target_key_id = aws_kms_key.data.key_id
}

resource "aws_ecr_repository" "app" {
  name = "${var.name}/app"
  tags = local.tags
}

resource "aws_secretsmanager_secret" "db" {
  name = "${var.name}-db"
  tags = local.tags
}

resource "aws_ssm_parameter" "size" {
  name  = "/${var.name}/size"
  type  = "String"
  value = "3"
  tags  = local.tags
}

# Without tags: the API of the lab forgets those of streams.
resource "aws_kinesis_stream" "clicks" {
  name        = "${var.name}-clicks"
  shard_count = 1
}

resource "aws_ecs_cluster" "app" {
  name = "${var.name}-app"
  tags = local.tags
}

resource "aws_db_subnet_group" "db" {
  name       = "${var.name}-db"
  subnet_ids = [for subnet in module.network["main"].subnet_ids : subnet]
  tags       = local.tags
}

resource "aws_db_parameter_group" "db" {
  name   = "${var.name}-db"
  family = "postgres15"
  tags   = local.tags
}

resource "aws_glue_catalog_database" "lake" {
  name = "${var.name}-lake"
}

module "network" {
  source   = "./network"
  for_each = toset(["main"])
  name     = "${var.name}-${each.key}"
  tags     = local.tags
}
