//! Stated usage: what is paid by request, by hour or by gigabyte.
//!
//! It comes from a file in the syntax of `infracost-usage.yml`, by address and by type, or
//! from a preset: assumptions of our own, which every report marks as such. Without either,
//! what depends on usage is listed and left out of every sum.

mod preset;
mod read;
mod tree;

use std::cmp::Reverse;
use std::collections::BTreeMap;

pub use preset::Preset;
pub use tree::UsageErrors;

use super::money::Amount;
use crate::plan::{Address, Pattern};

/// The usage that somebody stated, or assumed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Usage {
    source: Source,
    types: BTreeMap<String, Keys>,
    resources: Vec<(Pattern, Keys)>,
}

/// Amounts a month by key, e.g. `monthly_requests` or `standard.storage_gb`.
type Keys = BTreeMap<String, Amount>;

/// Where usage comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Source {
    /// Nobody stated any.
    #[default]
    None,
    /// A file, by its name.
    File(String),
    /// Assumptions.
    Preset(Preset),
}

impl Usage {
    /// Assumed usage.
    #[must_use]
    pub fn assume(preset: Preset) -> Self {
        Self { source: Source::Preset(preset), ..Self::default() }
    }

    /// Reads a usage file; `name` is what messages and the report call it.
    pub fn read(name: &str, text: &str) -> Result<Self, UsageErrors> {
        let (types, mut resources) = read::read(name, text)?;
        // What names an instance is nearer than what names all of them.
        resources.sort_by_key(|(pattern, _)| {
            let text = pattern.as_str();
            (text.matches("[*]").count(), Reverse(text.matches('[').count()))
        });
        let name = crate::plan::text::visible(name).into_owned();
        Ok(Self { source: Source::File(name), types, resources })
    }

    /// Where it comes from.
    #[must_use]
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// The preset, if usage is assumed and not stated.
    #[must_use]
    pub fn assumed(&self) -> Option<&'static str> {
        match self.source {
            Source::Preset(preset) => Some(preset.as_str()),
            Source::None | Source::File(_) => None,
        }
    }

    /// The usage of one resource under a key such as `monthly_requests`: what is stated for
    /// its address, else for its type.
    #[must_use]
    pub fn of(&self, resource_type: &str, address: Option<&Address>, key: &str) -> Option<Amount> {
        if let Source::Preset(preset) = self.source {
            return preset.of(resource_type, key);
        }
        let own = address.and_then(|address| {
            let mut fitting = self.resources.iter().filter(|(pattern, _)| pattern.matches(address));
            fitting.find_map(|(_, keys)| keys.get(key))
        });
        own.or_else(|| self.types.get(resource_type)?.get(key)).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typical(usage: &Usage, address: &str) -> Option<String> {
        let address = Address::parse(address).unwrap();
        let amount = usage.of("aws_lambda_function", Some(&address), "monthly_requests");
        amount.map(|amount| amount.typical.to_string())
    }

    #[test]
    fn the_nearest_statement_holds() {
        let text = "version: 0.1\n\
            resource_type_default_usage:\n  aws_lambda_function: {monthly_requests: 1}\n\
            resource_usage:\n  module.a[*].aws_lambda_function.f[*]: {monthly_requests: 2}\n  \
            aws_lambda_function.f[*]: {monthly_requests: 3}\n  \
            aws_lambda_function.f[\"x.y\"]: {monthly_requests: 4}\n  \
            aws_lambda_function.g: {request_duration_ms: 5}\n";
        let usage = Usage::read("usage.yml", text).unwrap_or_else(|e| panic!("{e}"));
        for (address, expected) in [
            ("aws_lambda_function.f[\"x.y\"]", "4"),
            ("aws_lambda_function.f[\"z\"]", "3"),
            ("module.a[\"k\"].aws_lambda_function.f[0]", "2"),
            // What an address leaves out comes from its type.
            ("aws_lambda_function.g", "1"),
            ("module.b.aws_lambda_function.f", "1"),
        ] {
            assert_eq!(typical(&usage, address).as_deref(), Some(expected), "{address}");
        }
        assert_eq!(typical(&Usage::default(), "aws_lambda_function.f"), None);
    }
}
