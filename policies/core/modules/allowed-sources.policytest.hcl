policytest {
  targets = ["allowed-sources.policy.hcl"]
}

module "terraform-aws-modules/vpc/aws" "public" {
  meta = {
    source  = "terraform-aws-modules/vpc/aws"
    version = "5.0.0"
  }
  inputs {
    allowed-module-sources = ["terraform-aws-modules/*", "app.terraform.io/acme/*", "git::https://git.example.com/*"]
  }
}

module "registry.terraform.io/terraform-aws-modules/vpc/aws" "written_out" {
  meta = {
    source  = "registry.terraform.io/terraform-aws-modules/vpc/aws"
    version = "5.0.0"
  }
  inputs {
    allowed-module-sources = ["terraform-aws-modules/*", "app.terraform.io/acme/*", "git::https://git.example.com/*"]
  }
}

module "app.terraform.io/acme/vpc/aws" "own" {
  meta = {
    source  = "app.terraform.io/acme/vpc/aws"
    version = "1.0.0"
  }
  inputs {
    allowed-module-sources = ["terraform-aws-modules/*", "app.terraform.io/acme/*", "git::https://git.example.com/*"]
  }
}

module "git::https://git.example.com/vpc.git?ref=v1" "git" {
  meta = {
    source  = "git::https://git.example.com/vpc.git?ref=v1"
    version = ""
  }
  inputs {
    allowed-module-sources = ["terraform-aws-modules/*", "app.terraform.io/acme/*", "git::https://git.example.com/*"]
  }
}

module "./modules/vpc" "local" {
  meta = {
    source  = "./modules/vpc"
    version = ""
  }
  inputs {
    allowed-module-sources = ["terraform-aws-modules/*", "app.terraform.io/acme/*", "git::https://git.example.com/*"]
  }
}

module "../vpc" "above" {
  meta = {
    source  = "../vpc"
    version = ""
  }
  inputs {
    allowed-module-sources = ["terraform-aws-modules/*", "app.terraform.io/acme/*", "git::https://git.example.com/*"]
  }
}

module "stranger/vpc/aws" "not_checked" {
  meta = {
    source  = "stranger/vpc/aws"
    version = "1.0.0"
  }
}

module "stranger/vpc/aws" "stranger" {
  expect_failure = true
  meta = {
    source  = "stranger/vpc/aws"
    version = "1.0.0"
  }
  inputs {
    allowed-module-sources = ["terraform-aws-modules/*", "app.terraform.io/acme/*", "git::https://git.example.com/*"]
  }
}

module "github.com/terraform-aws-modules/vpc" "other_host" {
  expect_failure = true
  meta = {
    source  = "github.com/terraform-aws-modules/vpc"
    version = ""
  }
  inputs {
    allowed-module-sources = ["terraform-aws-modules/*", "app.terraform.io/acme/*", "git::https://git.example.com/*"]
  }
}

module "git::https://gitXexample.com/vpc.git" "dot_is_a_dot" {
  expect_failure = true
  meta = {
    source  = "git::https://gitXexample.com/vpc.git"
    version = ""
  }
  inputs {
    allowed-module-sources = ["terraform-aws-modules/*", "app.terraform.io/acme/*", "git::https://git.example.com/*"]
  }
}

module "git::https://evil.example/git::https://git.example.com/x" "not_at_start" {
  expect_failure = true
  meta = {
    source  = "git::https://evil.example/git::https://git.example.com/x"
    version = ""
  }
  inputs {
    allowed-module-sources = ["terraform-aws-modules/*", "app.terraform.io/acme/*", "git::https://git.example.com/*"]
  }
}

module "terraform-aws-modules-x/vpc/aws" "look_alike" {
  expect_failure = true
  meta = {
    source  = "terraform-aws-modules-x/vpc/aws"
    version = "1.0.0"
  }
  inputs {
    allowed-module-sources = ["terraform-aws-modules/*", "app.terraform.io/acme/*", "git::https://git.example.com/*"]
  }
}
