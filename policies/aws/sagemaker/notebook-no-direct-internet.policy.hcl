# title: Notebooks have no direct way to the internet
# why: Data and credentials leave past your network, unseen.
# fix: Set `direct_internet_access = "Disabled"`, with `subnet_id` and `security_groups`.
# severity: high
# references: https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-notebook-and-internet-access.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html
# aliases: CKV_AWS_122
# tags: fsbp, network

policy {}

resource_policy "aws_sagemaker_notebook_instance" "notebook-no-direct-internet" {
  enforce {
    condition     = core::contains(["Disabled"], core::try(attrs.direct_internet_access, null) == null ? "" : core::try(attrs.direct_internet_access, null))
    error_message = "`direct_internet_access` is ${core::try(attrs.direct_internet_access, null) == null ? "not set" : core::try(attrs.direct_internet_access, null)}, must be Disabled"
  }
}
