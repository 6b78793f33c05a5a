//! Terraform's policy language, offline: `*.policy.hcl` judged on any saved plan.
//!
//! ```text
//! text ──syntax──▶ expressions ──compile──▶ PolicySet ──Judge──▶ outcomes, per object and policy
//! ```
//!
//! [`PolicySet`] is immutable and shared; a [`Judge`] holds one thread's caches. Values are
//! borrowed from the plan. This module reads no file and no environment: the host hands in
//! texts, inputs and the time.

#![expect(
    clippy::similar_names,
    reason = "`expr` and `exprs`, `text` and `test` are told apart by type"
)]

mod arena;
mod catalogue;
mod compile;
mod comply;
#[cfg(test)]
mod conformance;
#[cfg(test)]
mod console;
#[cfg(test)]
mod differential;
#[cfg(test)]
mod e2e;
mod embedded;
mod eval;
mod functions;
mod inputs;
mod judge;
pub mod lookup;
mod matching;
pub mod native;
#[cfg(test)]
mod rules;
mod set;
pub mod source;
mod syntax;
pub mod test;
mod value;

pub use arena::Arena;
pub use catalogue::{Catalogue, CatalogueError, Own, Wanted, rule_text};
pub use compile::{Header, Operation, ProviderRequirement};
pub use comply::Comply;
pub use embedded::{EMBEDDED, Embedded, in_packs, types_in};
pub use inputs::{Inputs, parse_input_file};
pub use judge::subject::{Known, ModuleInput, ProviderInput, ResourceInput};
pub use judge::{Context, Judge, ModuleCall, PolicyOutcome, Verdict, modules, providers};
pub use set::{PolicyFileView, PolicyId, PolicySet, PolicyView};
pub use source::{PolicyErrors, Problem, Source, Weight};
pub use syntax::scope::PolicyKind;
pub use test::find_policies;
pub use value::{PlanObject, Value};
