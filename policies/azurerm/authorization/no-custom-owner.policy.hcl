# title: No custom role may do everything in a subscription
# why: A custom owner role slips past the reviews and limits that hold for Owner.
# fix: List the `actions` that the role needs instead of "*", or narrow `assignable_scopes`.
# severity: high
# references: https://learn.microsoft.com/azure/role-based-access-control/custom-roles
# aliases: CKV_AZURE_39
# tags: cis, iam

policy {}

resource_policy "azurerm_role_definition" "no-custom-owner" {
  enforce {
    condition = !(
      core::anytrue(core::flatten([for p in core::try(attrs.permissions[*], []) : [for a in core::try(p.actions[*], []) : a == "*"]]))
      && core::anytrue([for s in core::concat([core::try(core::lower(attrs.scope), "")], core::try(attrs.assignable_scopes[*], [])) : core::regex_match(core::try(core::lower(s), ""), "^/$|^/subscriptions/[^/]+/?$|^/providers/microsoft.management/managementgroups/[^/]+/?$")])
    )
    error_message = "`permissions.actions` is \"*\" on a subscription or above, must list the actions"
  }
}
