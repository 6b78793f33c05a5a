//! tfgate judges a Terraform plan before it is applied.
//!
//! ```text
//! bytes ──Plan::read──▶ Plan ──Gate::judge──▶ Findings ──waivers, approvals──▶ Report ──render──▶ bytes
//!                                                                               │
//!                                                                            Verdict ──▶ exit code
//! ```
//!
//! The library exists for tests, benches and fuzzing; it is not a stable API.

pub mod cli;
pub mod config;
pub mod cost;
pub mod deploy;
pub mod exit;
pub mod finding;
pub mod forge;
pub mod gate;
pub mod hcl;
pub mod import;
pub mod ingest;
pub mod judge;
pub mod plan;
pub mod policy;
pub mod protect;
pub mod report;
pub mod table;
pub mod terraform;

/// The allocator of musl, which release binaries for Linux are linked with, is slow where
/// several threads allocate. That of glibc is slower than this one, too, and keeps less.
#[cfg(target_env = "musl")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;
