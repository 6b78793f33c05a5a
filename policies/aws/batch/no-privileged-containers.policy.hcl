# title: Containers of jobs are not privileged
# why: A privileged container has the powers of root on its host, and so of every other
#   container there.
# fix: Leave `privileged` out of `container_properties`, or set it to false.
# severity: high
# references: https://docs.aws.amazon.com/batch/latest/userguide/job_definition_parameters.html
# aliases: CKV_AWS_210
# tags: iam

policy {}

resource_policy "aws_batch_job_definition" "no-privileged-containers" {
  locals {
    containers = core::concat(
      core::flatten([core::try(core::jsondecode(attrs.container_properties), [])]),
      core::flatten([for n in core::try(core::jsondecode(attrs.node_properties).nodeRangeProperties, []) : core::flatten([core::try(n.container, [])])])
    )
  }

  enforce {
    condition     = !core::anytrue([for c in local.containers : core::try(c.privileged, false) == true])
    error_message = "`privileged` is true, must be false"
  }

  enforce {
    condition     = !core::anytrue([for c in core::try([for x in attrs.eks_properties[0].pod_properties[0].containers : x], []) : core::try(c.security_context[0].privileged, null) == true])
    error_message = "`eks_properties.pod_properties.containers.security_context.privileged` is true, must be false"
  }
}
