//! tfgate judges a Terraform plan before it is applied.

pub mod finding;
pub mod plan;
pub mod policy;
pub mod protect;
