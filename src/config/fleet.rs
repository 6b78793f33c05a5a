//! The `fleet` block: limits over all plans of one run.

use hcl_edit::structure::Block;

use super::cost::money::money;
use super::fields::Fields;
use super::protect::max_destroy;
use super::reading::Reading;
use super::stated::Stated;
use crate::cost::settings::Money;
use crate::protect::settings::MaxDestroy;

/// The `fleet` block, each limit with the line that says so.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fleet {
    /// How many objects all plans together may destroy.
    pub max_destroy: Option<Stated<MaxDestroy>>,
    /// How much all plans together may add per month.
    pub max_increase: Option<Stated<Money>>,
    /// How much everything in all plans together may cost per month.
    pub max_total: Option<Stated<Money>>,
}

impl Fleet {
    pub(super) fn read(cx: &mut Reading<'_>, block: &Block) -> Self {
        let mut fields = Fields::of_block(block);
        let fleet = Self {
            max_destroy: fields.get(cx, "max_destroy", max_destroy),
            max_increase: fields.get(cx, "max_increase", money),
            max_total: fields.get(cx, "max_total", money),
        };
        fields.finish(cx);
        fleet
    }
}
