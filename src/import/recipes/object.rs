//! The planned object that a recipe reads.

use crate::plan::{Address, Configuration, Reading, Step};

/// What a plan says about an object that it would create.
#[derive(Clone, Copy)]
pub struct Object<'o> {
    after: Reading<'o>,
    configured: Option<(&'o Configuration, &'o Address)>,
}

impl<'o> Object<'o> {
    /// An object of which nothing is known but its planned values.
    #[must_use]
    pub fn new(after: Reading<'o>) -> Self {
        Self { after, configured: None }
    }

    /// The same with its configuration, which tells an attribute that waits for another
    /// resource from one that nobody set and the provider will choose.
    #[must_use]
    pub fn configured(self, configuration: &'o Configuration, address: &'o Address) -> Self {
        Self { configured: Some((configuration, address)), ..self }
    }

    /// What stands at `path`.
    pub(super) fn read(&self, path: &[Step<'_>]) -> Reading<'o> {
        self.after.path(path)
    }

    /// Whether the provider chooses what stands at `path`: the configuration is at hand and
    /// does not set it. Nested blocks may be made by `dynamic` ones, which plans do not hold.
    pub(super) fn is_assigned(&self, path: &[Step<'_>]) -> bool {
        match (self.configured, path) {
            (Some((configuration, address)), [Step::Key(name)]) => {
                !configuration.sets(address, name)
            }
            (Some(_) | None, _) => false,
        }
    }
}
