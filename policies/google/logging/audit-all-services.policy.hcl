# title: Audit logs cover all services and all users
# why: Reads and writes of data are not logged unless asked for, and exempted users leave no
#   trace.
# fix: In google_project_iam_audit_config for `service = "allServices"` add ADMIN_READ,
#   DATA_READ and DATA_WRITE, without `exempted_members`.
# severity: medium
# references: https://cloud.google.com/logging/docs/audit
# aliases: CKV2_GCP_5
# tags: cis, logging

policy {}

resource_policy "google_project_iam_audit_config" "audit-all-services" {
  filter = core::try(attrs.service, null) == "allServices"

  enforce {
    condition     = core::length(core::setsubtract(core::toset(["ADMIN_READ", "DATA_READ", "DATA_WRITE"]), core::toset([for c in core::try(attrs.audit_log_config[*], []) : core::try(c.log_type, "")]))) == 0
    error_message = "`audit_log_config` must have ADMIN_READ, DATA_READ and DATA_WRITE"
  }

  enforce {
    condition     = core::alltrue([for c in core::try(attrs.audit_log_config[*], []) : core::try(core::length(c.exempted_members), 0) == 0])
    error_message = "`audit_log_config.exempted_members` must be empty"
  }
}
