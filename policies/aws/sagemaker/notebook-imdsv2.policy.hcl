# title: Notebooks answer IMDSv2 only
# why: Through version 1 a forged request of a program is enough to steal the credentials of
#   the role.
# fix: Add an `instance_metadata_service_configuration` block with
#   `minimum_instance_metadata_service_version = "2"`.
# severity: medium
# references: https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InstanceMetadataServiceConfiguration.html
# aliases: CKV_AWS_371
# tags: iam

policy {}

resource_policy "aws_sagemaker_notebook_instance" "notebook-imdsv2" {
  enforce {
    condition     = core::contains(["2"], core::try(attrs.instance_metadata_service_configuration[0].minimum_instance_metadata_service_version, null) == null ? "" : core::try(attrs.instance_metadata_service_configuration[0].minimum_instance_metadata_service_version, null))
    error_message = "`instance_metadata_service_configuration.minimum_instance_metadata_service_version` is ${core::try(attrs.instance_metadata_service_configuration[0].minimum_instance_metadata_service_version, null) == null ? "not set" : core::try(attrs.instance_metadata_service_configuration[0].minimum_instance_metadata_service_version, null)}, must be 2"
  }
}
