# title: Notebooks are in a VPC
# why: Outside of it their traffic passes no security group and leaves no flow log.
# fix: Set `subnet_id`.
# severity: high
# references: https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-notebook-and-internet-access.html
#   https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html
# aliases: CKV_AWS_306
# tags: fsbp, network

policy {}

resource_policy "aws_sagemaker_notebook_instance" "notebook-in-vpc" {
  enforce {
    condition     = core::try(attrs.subnet_id, null) != null && core::try(attrs.subnet_id, null) != ""
    error_message = "`subnet_id` is not set, must be a subnet"
  }
}
