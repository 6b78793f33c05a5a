# title: Only allowed providers are used
# why: A provider runs with the credentials of the apply; a look-alike from a registry can
#   take all of them.
# fix: Use a provider of the input `allowed-providers`, or add it there.
# severity: high
# references: https://developer.hashicorp.com/terraform/language/providers/requirements
# tags: supply-chain

policy {}

input "allowed-providers" {
  type        = list(string)
  default     = []
  description = "Sources of providers that may be used, as `namespace/name` in the public registries or `host/namespace/name`, `*` for any part; empty: not checked"
}

provider_policy "*" "allowed" {
  filter = core::length(input.allowed-providers) > 0

  enforce {
    condition     = meta.source == "terraform.io/builtin/terraform" || core::anytrue([for a in input.allowed-providers : core::regex_match(meta.source, "^(registry[.]terraform[.]io/|registry[.]opentofu[.]org/)?${core::join(".*", core::split("*", core::join("[+]", core::split("+", core::join("[?]", core::split("?", core::join("[.]", core::split(".", a))))))))}$")])
    error_message = "the provider ${meta.source} is not an allowed one"
  }
}
