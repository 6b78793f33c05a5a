# title: Owner is not granted on whole subscriptions
# why: An owner of a subscription may do everything in it and give rights to others.
# fix: Grant a narrower role, or Owner on a resource group.
# severity: high
# references: https://learn.microsoft.com/azure/role-based-access-control/best-practices
# tags: iam

policy {}

resource_policy "azurerm_role_assignment" "no-broad-owner" {
  enforce {
    condition = !(
      core::regex_match(core::try(core::lower(attrs.scope), ""), "^/$|^/subscriptions/[^/]+/?$|^/providers/microsoft.management/managementgroups/[^/]+/?$")
      && (
        core::contains(["owner", "user access administrator"], core::try(core::lower(attrs.role_definition_name), ""))
        || core::regex_match(core::try(core::lower(attrs.role_definition_id), ""), "(8e3af657-a8ff-443c-a75c-2fe8c4bcb635|18d7d88d-d35e-4fb5-a5c3-7773c20a72d9)$")
      )
    )
    error_message = "`role_definition_name` is ${core::valuetostring(core::try(attrs.role_definition_name, null))} on `scope` ${attrs.scope}, must be narrower"
  }
}
