policytest {
  targets = ["allowed.policy.hcl"]
}

provider "aws" "hashicorp" {
  attrs = {
    region = "eu-west-1"
  }
  meta = {
    source = "registry.terraform.io/hashicorp/aws"
  }
  inputs {
    allowed-providers = ["hashicorp/*", "registry.example.com/acme/dns"]
  }
}

provider "aws" "opentofu" {
  attrs = {
    region = "eu-west-1"
  }
  meta = {
    source = "registry.opentofu.org/hashicorp/aws"
  }
  inputs {
    allowed-providers = ["hashicorp/*", "registry.example.com/acme/dns"]
  }
}

provider "dns" "own" {
  attrs = {
    a = "b"
  }
  meta = {
    source = "registry.example.com/acme/dns"
  }
  inputs {
    allowed-providers = ["hashicorp/*", "registry.example.com/acme/dns"]
  }
}

provider "terraform" "builtin" {
  attrs = {
    a = "b"
  }
  meta = {
    source = "terraform.io/builtin/terraform"
  }
  inputs {
    allowed-providers = ["hashicorp/*", "registry.example.com/acme/dns"]
  }
}

provider "bufo" "not_checked" {
  attrs = {
    a = "b"
  }
  meta = {
    source = "registry.terraform.io/austinvalle/bufo"
  }
}

provider "bufo" "other" {
  expect_failure = true
  attrs = {
    a = "b"
  }
  meta = {
    source = "registry.terraform.io/austinvalle/bufo"
  }
  inputs {
    allowed-providers = ["hashicorp/*", "registry.example.com/acme/dns"]
  }
}

provider "aws" "other_host" {
  expect_failure = true
  attrs = {
    a = "b"
  }
  meta = {
    source = "registry.example.com/hashicorp/aws"
  }
  inputs {
    allowed-providers = ["hashicorp/*", "registry.example.com/acme/dns"]
  }
}

provider "aws" "look_alike" {
  expect_failure = true
  attrs = {
    a = "b"
  }
  meta = {
    source = "registry.terraform.io/hashicorp-x/aws"
  }
  inputs {
    allowed-providers = ["hashicorp/*", "registry.example.com/acme/dns"]
  }
}
