# title: Only chosen database instance classes are used
# why: One mistyped size costs more in a night than the service in a year.
# fix: Use a class of the input `allowed-instance-classes`, where `*` stands for any part,
#   as in db.m7g.*.
# severity: medium
# references: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.DBInstanceClass.html
# tags: cost

policy {}

input "allowed-instance-classes" {
  type        = list(string)
  default     = []
  description = "Database instance classes that may be used, * for any part; while empty, the rule is skipped"
}

resource_policy "aws_db_instance" "allowed-instance-classes" {
  filter = core::length(input.allowed-instance-classes) > 0 && core::try(attrs.instance_class, null) != null && core::try(attrs.instance_class, null) != ""

  enforce {
    condition     = core::anytrue([for p in input.allowed-instance-classes : core::regex_match(attrs.instance_class, "^${core::join(".*", core::split("*", core::join("[.]", core::split(".", p))))}$")])
    error_message = "`instance_class` is ${attrs.instance_class}, must be one of ${core::join(", ", input.allowed-instance-classes)}"
  }
}

resource_policy "aws_rds_cluster_instance" "allowed-instance-classes" {
  filter = core::length(input.allowed-instance-classes) > 0 && core::try(attrs.instance_class, null) != null && core::try(attrs.instance_class, null) != ""

  enforce {
    condition     = core::anytrue([for p in input.allowed-instance-classes : core::regex_match(attrs.instance_class, "^${core::join(".*", core::split("*", core::join("[.]", core::split(".", p))))}$")])
    error_message = "`instance_class` is ${attrs.instance_class}, must be one of ${core::join(", ", input.allowed-instance-classes)}"
  }
}

resource_policy "aws_rds_cluster" "allowed-instance-classes" {
  filter = core::length(input.allowed-instance-classes) > 0 && core::try(attrs.db_cluster_instance_class, null) != null && core::try(attrs.db_cluster_instance_class, null) != ""

  enforce {
    condition     = core::anytrue([for p in input.allowed-instance-classes : core::regex_match(attrs.db_cluster_instance_class, "^${core::join(".*", core::split("*", core::join("[.]", core::split(".", p))))}$")])
    error_message = "`db_cluster_instance_class` is ${attrs.db_cluster_instance_class}, must be one of ${core::join(", ", input.allowed-instance-classes)}"
  }
}
