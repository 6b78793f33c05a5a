# title: Modules come from allowed sources
# why: A module of a stranger can make anything, with the rights of the apply.
# fix: Use a source of the input `allowed-module-sources`, or add it there; modules in the
#   same repository are always allowed.
# severity: high
# references: https://developer.hashicorp.com/terraform/language/modules/sources
# tags: supply-chain

policy {}

input "allowed-module-sources" {
  type        = list(string)
  default     = []
  description = "Sources of modules that may be used, `*` for any part; empty: not checked. Local paths are always allowed"
}

# Messages leave out what stands before @ and after ?: it may be a password or a key.
module_policy "*" "allowed-sources" {
  filter = core::length(input.allowed-module-sources) > 0

  enforce {
    condition     = core::regex_match(meta.source, "^[.]{1,2}/") || core::anytrue([for s in input.allowed-module-sources : core::regex_match(core::trimprefix(meta.source, "registry.terraform.io/"), "^${core::join(".*", core::split("*", core::join("[+]", core::split("+", core::join("[?]", core::split("?", core::join("[.]", core::split(".", core::trimprefix(s, "registry.terraform.io/")))))))))}$")])
    error_message = "the source ${core::reverse(core::split("@", core::split("?", meta.source)[0]))[0]} is not an allowed one"
  }
}
