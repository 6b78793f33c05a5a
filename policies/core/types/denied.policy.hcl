# title: Denied types of resources are not used
# why: Some types undo what others guard: access keys, users with passwords, public addresses.
# fix: Use something else than the types of the input `denied-types`.
# severity: medium
# references: https://developer.hashicorp.com/terraform/language/resources
# tags: types

policy {}

input "denied-types" {
  type        = list(string)
  default     = []
  description = "Types of resources that may not be used, `*` for any part; empty: not checked"
}

resource_policy "*" "denied" {
  filter = core::length(input.denied-types) > 0

  enforce {
    condition     = !core::anytrue([for t in input.denied-types : core::regex_match(meta.type, "^${core::join(".*", core::split("*", core::join("[+]", core::split("+", core::join("[?]", core::split("?", core::join("[.]", core::split(".", t))))))))}$")])
    error_message = "the type ${meta.type} is denied"
  }
}
