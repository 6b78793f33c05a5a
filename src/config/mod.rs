//! The configuration: `.tfgate.hcl`, from text to the settings in force for one plan.

#[allow(dead_code, reason = "the blocks that are read with this follow")]
mod fields;
mod find;
#[allow(dead_code, reason = "the blocks that are read with this follow")]
mod problem;
mod profile;
#[allow(dead_code, reason = "the blocks that are read with this follow")]
mod reading;
#[allow(dead_code, reason = "the blocks that are read with this follow")]
mod source;
mod stated;

pub use find::{FILE_NAME, find};
pub use problem::ConfigErrors;
pub use profile::Profile;
pub use stated::Stated;
