# title: Databases are neither shrunk nor deleted in production
policy {}

resource_policy "aws_db_instance" "no_shrink" {
  operations        = ["update"]
  enforcement_level = "mandatory_overridable"
  filter            = prior_attrs.allocated_storage != null

  enforce {
    condition     = attrs.allocated_storage >= prior_attrs.allocated_storage
    error_message = "from ${prior_attrs.allocated_storage} to ${attrs.allocated_storage} GB"
  }
}

resource_policy "aws_db_instance" "no_delete" {
  operations = ["delete"]
  filter     = prior_attrs.tags["env"] == "prod" && attrs.tags == null

  enforce {
    condition     = prior_attrs.deletion_protection == false && meta.operation == "delete"
    error_message = "protected"
  }
}
