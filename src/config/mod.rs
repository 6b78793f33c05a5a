//! The configuration: `.tfgate.hcl`, from text to the settings in force for one plan.

mod find;
mod profile;

pub use find::{FILE_NAME, find};
pub use profile::Profile;
