//! Stated usage: what is paid by request, by hour or by gigabyte.

use rust_decimal::Decimal;

/// The usage that somebody stated, by address and by type. Without any, what depends on
/// usage is listed and left out of every sum.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Usage {}

impl Usage {
    /// The usage of one resource under a key such as `monthly_requests`.
    #[must_use]
    pub fn of(&self, _resource_type: &str, _address: &str, _key: &str) -> Option<Decimal> {
        None
    }
}
