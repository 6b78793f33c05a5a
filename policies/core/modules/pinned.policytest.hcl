policytest {
  targets = ["pinned.policy.hcl"]
}

module "terraform-aws-modules/vpc/aws" "version" {
  meta = {
    source  = "terraform-aws-modules/vpc/aws"
    version = "5.0.0"
  }
}

module "./modules/vpc" "local" {
  meta = {
    source  = "./modules/vpc"
    version = ""
  }
}

module "../vpc" "above" {
  meta = {
    source  = "../vpc"
    version = ""
  }
}

module "git::https://git.example.com/vpc.git?ref=v1.2.0" "tag" {
  meta = {
    source  = "git::https://git.example.com/vpc.git?ref=v1.2.0"
    version = ""
  }
}

module "git::ssh://git@git.example.com/vpc.git//sub?depth=1&ref=51d462976d84fdea54b47d80dcabbf680badcdb8" "commit" {
  meta = {
    source  = "git::ssh://git@git.example.com/vpc.git//sub?depth=1&ref=51d462976d84fdea54b47d80dcabbf680badcdb8"
    version = ""
  }
}

module "github.com/acme/vpc?ref=v1" "short_tag" {
  meta = {
    source  = "github.com/acme/vpc?ref=v1"
    version = ""
  }
}

module "https://example.com/vpc-1.2.zip" "archive" {
  meta = {
    source  = "https://example.com/vpc-1.2.zip"
    version = ""
  }
}

module "app.terraform.io/acme/vpc/aws" "own_registry" {
  meta = {
    source  = "app.terraform.io/acme/vpc/aws"
    version = "1.0.0"
  }
}

module "terraform-aws-modules/vpc/aws" "no_version" {
  expect_failure = true
  meta = {
    source  = "terraform-aws-modules/vpc/aws"
    version = ""
  }
}

module "terraform-google-modules/project-factory/google//modules/project_services" "no_version_sub" {
  expect_failure = true
  meta = {
    source  = "terraform-google-modules/project-factory/google//modules/project_services"
    version = ""
  }
}

module "app.terraform.io/acme/vpc/aws" "own_no_version" {
  expect_failure = true
  meta = {
    source  = "app.terraform.io/acme/vpc/aws"
    version = ""
  }
}

module "registry.terraform.io/terraform-aws-modules/vpc/aws" "full_no_version" {
  expect_failure = true
  meta = {
    source  = "registry.terraform.io/terraform-aws-modules/vpc/aws"
    version = ""
  }
}

module "git::https://git.example.com/vpc.git" "no_ref" {
  expect_failure = true
  meta = {
    source  = "git::https://git.example.com/vpc.git"
    version = ""
  }
}

module "git@github.com:acme/vpc.git" "ssh_no_ref" {
  expect_failure = true
  meta = {
    source  = "git@github.com:acme/vpc.git"
    version = ""
  }
}

module "github.com/acme/vpc" "short_no_ref" {
  expect_failure = true
  meta = {
    source  = "github.com/acme/vpc"
    version = ""
  }
}

module "github.com/acme/vpc?ref=" "empty_ref" {
  expect_failure = true
  meta = {
    source  = "github.com/acme/vpc?ref="
    version = ""
  }
}

module "git::https://git.example.com/vpc.git?ref=main" "branch" {
  expect_failure = true
  meta = {
    source  = "git::https://git.example.com/vpc.git?ref=main"
    version = ""
  }
}

module "git::https://git.example.com/vpc.git?ref=master&depth=1" "branch_first" {
  expect_failure = true
  meta = {
    source  = "git::https://git.example.com/vpc.git?ref=master&depth=1"
    version = ""
  }
}
