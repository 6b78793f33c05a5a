# title: Only chosen instance types are used
# why: One mistyped size costs more in a night than the service in a year.
# fix: Use a type of the input `allowed-instance-types`, where `*` stands for any part, as
#   in m7g.*.
# severity: medium
# references: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instance-types.html
# tags: cost

policy {}

input "allowed-instance-types" {
  type        = list(string)
  default     = []
  description = "Instance types that may be used, * for any part; while empty, the rule is skipped"
}

resource_policy "aws_instance" "allowed-instance-types" {
  filter = core::length(input.allowed-instance-types) > 0 && core::try(attrs.instance_type, null) != null && core::try(attrs.instance_type, null) != ""

  enforce {
    condition     = core::anytrue([for p in input.allowed-instance-types : core::regex_match(attrs.instance_type, "^${core::join(".*", core::split("*", core::join("[.]", core::split(".", p))))}$")])
    error_message = "`instance_type` is ${attrs.instance_type}, must be one of ${core::join(", ", input.allowed-instance-types)}"
  }
}

resource_policy "aws_launch_template" "allowed-instance-types" {
  filter = core::length(input.allowed-instance-types) > 0 && core::try(attrs.instance_type, null) != null && core::try(attrs.instance_type, null) != ""

  enforce {
    condition     = core::anytrue([for p in input.allowed-instance-types : core::regex_match(attrs.instance_type, "^${core::join(".*", core::split("*", core::join("[.]", core::split(".", p))))}$")])
    error_message = "`instance_type` is ${attrs.instance_type}, must be one of ${core::join(", ", input.allowed-instance-types)}"
  }
}

resource_policy "aws_launch_configuration" "allowed-instance-types" {
  filter = core::length(input.allowed-instance-types) > 0 && core::try(attrs.instance_type, null) != null && core::try(attrs.instance_type, null) != ""

  enforce {
    condition     = core::anytrue([for p in input.allowed-instance-types : core::regex_match(attrs.instance_type, "^${core::join(".*", core::split("*", core::join("[.]", core::split(".", p))))}$")])
    error_message = "`instance_type` is ${attrs.instance_type}, must be one of ${core::join(", ", input.allowed-instance-types)}"
  }
}

resource_policy "aws_spot_instance_request" "allowed-instance-types" {
  filter = core::length(input.allowed-instance-types) > 0 && core::try(attrs.instance_type, null) != null && core::try(attrs.instance_type, null) != ""

  enforce {
    condition     = core::anytrue([for p in input.allowed-instance-types : core::regex_match(attrs.instance_type, "^${core::join(".*", core::split("*", core::join("[.]", core::split(".", p))))}$")])
    error_message = "`instance_type` is ${attrs.instance_type}, must be one of ${core::join(", ", input.allowed-instance-types)}"
  }
}

# Where it is not written the argument is computed, and not known before the apply: then
# there is nothing to judge here.
resource_policy "aws_eks_node_group" "allowed-instance-types" {
  filter = core::length(input.allowed-instance-types) > 0 && core::valuetostring(core::try(attrs.instance_types, null)) != "(unknown)"

  enforce {
    condition     = core::alltrue([for type in core::try([for x in attrs.instance_types : x], []) : core::anytrue([for p in input.allowed-instance-types : core::regex_match(type, "^${core::join(".*", core::split("*", core::join("[.]", core::split(".", p))))}$")])])
    error_message = "`instance_types` is ${core::join(", ", attrs.instance_types)}, must be of ${core::join(", ", input.allowed-instance-types)}"
  }
}
