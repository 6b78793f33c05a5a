//! A plan that is safe to share: the same shape, other values.
//!
//! The text is walked twice and written as it is read; only the values of one resource are
//! in memory at a time. The first walk learns below which names keys are secret too, since
//! the marks of a value stand after it, and which numbers there are; the second one writes. What a place holds is said by
//! a grammar of plans ([`grammar`]), and what the grammar does not know is a value: so a
//! field that Terraform invents tomorrow is replaced until somebody says that it need not
//! be.

mod grammar;
mod placeholder;
mod secret;
mod walk;
mod write;

use std::io::Write;

use globset::GlobSet;

use super::read::Plan;
use super::refusal::Refusal;

/// What is kept and hidden beyond the rule.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    /// Names of attributes whose values are kept, where nothing marks them as sensitive.
    pub keep: GlobSet,
    /// Whether instance keys are replaced too, in addresses and everywhere else.
    pub hide_keys: bool,
}

/// Why no redacted plan was written.
#[derive(Debug, thiserror::Error)]
pub enum ShareError {
    /// The plan cannot be read to its end.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The output cannot be written.
    #[error(transparent)]
    Write(#[from] std::io::Error),
}

/// A plan, read once through for what is secret in it.
pub struct Sharing<'p> {
    plan: &'p Plan,
    secrets: secret::Names,
    numbers: placeholder::Numbers,
}

impl<'p> Sharing<'p> {
    /// Reads `plan` to its end, so that what cannot be read is known before a byte is written.
    pub fn of(plan: &'p Plan) -> Result<Self, ShareError> {
        let mut secrets = secret::Secrets::new(plan.marks_are_complete());
        walk::walk(&plan.text, &mut secrets)?;
        let (secrets, numbers) = secrets.found();
        Ok(Self { plan, secrets, numbers })
    }

    /// Writes the plan with every value replaced: one line of JSON, as Terraform writes it.
    pub fn write(self, wishes: &Wishes, out: &mut dyn Write) -> Result<(), ShareError> {
        let mut writer = write::Writer::new(self.secrets, self.numbers, wishes, out);
        walk::walk(&self.plan.text, &mut writer)?;
        writer.end()
    }
}
