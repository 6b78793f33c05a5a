//! tfgate judges a Terraform plan before it is applied.

pub mod config;
pub mod finding;
pub mod plan;
pub mod protect;
