# title: SSH to nodes is limited to security groups
# why: With a key and no groups, EKS opens port 22 of the nodes to the whole internet.
# fix: Set `remote_access.source_security_group_ids`, or leave `remote_access` out and use
#   Session Manager.
# severity: high
# references: https://docs.aws.amazon.com/eks/latest/APIReference/API_RemoteAccessConfig.html
# aliases: CKV_AWS_100
# tags: network

policy {}

resource_policy "aws_eks_node_group" "node-remote-access" {
  filter = core::try(attrs.remote_access[0].ec2_ssh_key, null) != null && core::try(attrs.remote_access[0].ec2_ssh_key, null) != ""

  enforce {
    condition     = core::length(core::try([for g in attrs.remote_access[0].source_security_group_ids : g], [])) > 0
    error_message = "`remote_access.source_security_group_ids` is empty, must name security groups"
  }
}
