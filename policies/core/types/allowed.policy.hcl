# title: Only allowed types of resources are used
# why: A type that nobody has looked at yet brings costs and openings that nobody expects.
# fix: Use a type of the input `allowed-types`, or add it there; `*` stands for any part of
#   the name.
# severity: medium
# references: https://developer.hashicorp.com/terraform/language/resources
# tags: types

policy {}

input "allowed-types" {
  type        = list(string)
  default     = []
  description = "Types of resources that may be used, `*` for any part; empty: not checked"
}

resource_policy "*" "allowed" {
  filter = core::length(input.allowed-types) > 0

  enforce {
    condition     = core::anytrue([for t in input.allowed-types : core::regex_match(meta.type, "^${core::join(".*", core::split("*", core::join("[+]", core::split("+", core::join("[?]", core::split("?", core::join("[.]", core::split(".", t))))))))}$")])
    error_message = "the type ${meta.type} is not an allowed one"
  }
}
