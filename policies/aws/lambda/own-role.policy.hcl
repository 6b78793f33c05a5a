# title: Every function has a role of its own
# why: A shared role holds what any of the functions needs; the weakest of them then has it
#   all.
# fix: Make one aws_iam_role for each function, and give it only what this function needs.
# severity: medium
# references: https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html
# tags: iam

policy {}

resource_policy "aws_iam_role" "own-role" {
  filter = core::valuetostring(core::try(attrs.arn, null)) != "(null)"

  locals {
    functions = core::getresources("aws_lambda_function", { role = core::try(attrs.arn, null) })
  }

  enforce {
    condition     = core::length(local.functions) <= 1
    error_message = "the role is the `role` of ${core::length(local.functions)} functions (${core::join(", ", core::distinct([for f in local.functions : core::valuetostring(core::try(f.function_name, null))]))}), must be of one"
  }
}

# Roles that the plan makes are judged above; these are roles made elsewhere.
resource_policy "aws_lambda_function" "own-role" {
  filter = !core::contains(["(unknown)", "(null)"], core::valuetostring(core::try(attrs.role, null))) && !core::anytrue([for r in core::getresources("aws_iam_role", {}) : core::valuetostring(core::try(r.arn, null)) == attrs.role])

  enforce {
    condition     = core::length([for f in core::getresources("aws_lambda_function", {}) : f if core::valuetostring(core::try(f.role, null)) == attrs.role]) == 1
    error_message = "`role` is shared with other functions, must be of this function only"
  }
}
