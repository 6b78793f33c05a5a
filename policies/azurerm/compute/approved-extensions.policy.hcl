# title: Machines run approved extensions only
# why: An extension runs as administrator on the machine, whatever it holds.
# fix: Use an extension of the input `approved-extensions`, or add `publisher/type` to it.
# severity: medium
# references: https://learn.microsoft.com/azure/virtual-machines/extensions/overview
# tags: supply-chain

policy {}

input "approved-extensions" {
  type        = list(string)
  default     = []
  description = "Extensions that machines may run, as `publisher/type`; empty: not checked"
}

resource_policy "azurerm_virtual_machine_extension" "approved-extensions" {
  filter = core::length(input.approved-extensions) > 0

  enforce {
    condition     = core::contains([for e in input.approved-extensions : core::lower(e)], core::try(core::lower("${attrs.publisher}/${attrs.type}"), ""))
    error_message = "the extension ${attrs.publisher}/${attrs.type} is not among the approved ones"
  }
}
