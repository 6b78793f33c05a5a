# tfgate: what must hold before a Terraform plan is applied.
#
# What stands right behind a `#`, such as `#max_destroy = 5`, is an example: delete the `#`
# to use it.
# `tfgate config show` lists the settings in force and the line that set each.

# How strict the gate is, where no environment below says otherwise:
# - basic: reports and never blocks (previews)
# - standard: blocks exposure; what is lost can be overridden (development, test)
# - enhanced: nothing is destroyed unless somebody names it (staging)
# - strict: and loss needs a waiver or an approval (production)
profile = "standard"

# Whether resources that the plan does not touch can block it: "advise" or "enforce".
#unchanged = "advise"

protect {
  # Addresses that no plan may destroy or replace; `**` is any path of modules.
  protected = [
    #"**.aws_s3_bucket.audit",
    #"module.database.**",
  ]

  # How many objects one plan may destroy: a number, or a share such as "10%".
  #max_destroy = 5

  # How old a plan may be when it is judged.
  #max_plan_age = "1d"
}

# What a plan may cost a month; `tfgate plan check --gate cost` shows it by resource.
#cost {
#  max_increase = "500 USD"
#  max_total    = "20000 USD"
#  usage        = "medium"               # assumed; or a file like infracost-usage.yml
#
#  limit "team-a" {
#    tags      = { Team = "a" }
#    max_total = "900 USD"
#  }
#}

# Environments. `match` says how to tell that a plan is for one: all keys must hold, `*` is
# any text, a list means any of them. Once there is one, a plan that matches none is refused
# unless it is named with `-e`, so write down all of them.
#
# What stands in an environment wins over what stands above; `protected` adds up.
#environment "preview" {
#  match   = { branch = "preview/*" }     # the branch that a pull request lands on
#  profile = "basic"
#}

#environment "test" {
#  match   = { directory = ["envs/dev", "envs/test"] }  # from the root of the repository
#  profile = "standard"
#}

#environment "staging" {
#  match   = { workspace = "staging" }    # asked of Terraform
#  profile = "enhanced"
#}

#environment "production" {
#  match   = { variables = { environment = "prod*" } }  # a variable of the plan
#  profile = "strict"
#
#  protect {
#    max_destroy = 0
#  }
#}

# A level of your own for one rule, or for all that a glob names: "advisory",
# "mandatory_overridable" or "mandatory".
#rule "aws/rds/*" {
#  level = "advisory"
#}

# Findings of other scanners, handed in with `--ingest FILE`: which results have to be there.
#ingest {
#  required = ["checkov"]
#}

# A finding that you accept, until a date. `tfgate waive RULE ADDRESS` prints this block.
#waiver "aws/rds/storage-encrypted" {
#  address = "module.legacy.aws_db_instance.*"
#  reason  = "decommissioned in Q1, OPS-1182"
#  owner   = "data-platform"
#  expires = "2027-01-31"
#}
