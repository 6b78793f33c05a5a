# title: Users of notebooks are not root
# why: With root they can switch off every agent and lifecycle script.
# fix: Set `root_access = "Disabled"`.
# severity: medium
# references: https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-root-access.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html
# aliases: CKV_AWS_307
# tags: fsbp, iam

policy {}

resource_policy "aws_sagemaker_notebook_instance" "notebook-no-root" {
  enforce {
    condition     = core::contains(["Disabled"], core::try(attrs.root_access, null) == null ? "" : core::try(attrs.root_access, null))
    error_message = "`root_access` is ${core::try(attrs.root_access, null) == null ? "not set" : core::try(attrs.root_access, null)}, must be Disabled"
  }
}
