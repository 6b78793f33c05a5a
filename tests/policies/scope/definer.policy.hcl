input "level" {
  type    = string
  default = "advisory"
}

input "minimum" {
  type     = string
  nullable = true
  default  = null
}

locals {
  trusted = ["hashicorp", "example"]
}
