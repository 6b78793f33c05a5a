//! What a gate says: findings, their severity and level.

pub mod level;
pub mod severity;

pub use level::Level;
pub use severity::Severity;
