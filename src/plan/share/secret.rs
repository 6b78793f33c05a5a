//! What has to be known of a plan before it is written: below which names keys are secret
//! too, and which numbers there are.
//!
//! Terraform marks a whole map as sensitive by one mark, and then its keys may be secrets.
//! The copies of a value do not all carry the same marks, so what one of them marks is
//! secret wherever the name stands: too much rather than too little.

use std::collections::BTreeSet;

use super::ShareError;
use super::grammar::At;
use super::placeholder::Numbers;
use super::walk::Guest;
use crate::plan::json::Json;
use crate::plan::mask::Mask;

/// Names that some mark covers.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    names: BTreeSet<String>,
    /// Something is marked as a whole, or the version does not mark: below the names of
    /// attributes every key may be secret.
    all: bool,
}

impl Names {
    /// Whether what stands under `name` is secret.
    pub fn covers(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    /// Whether keys inside of any attribute may be secret.
    pub fn covers_all(&self) -> bool {
        self.all
    }
}

/// Collects [`Names`] and [`Numbers`].
pub(super) struct Secrets {
    names: Names,
    numbers: Numbers,
}

impl Secrets {
    pub fn new(marks_are_complete: bool) -> Self {
        let names = Names { names: BTreeSet::new(), all: !marks_are_complete };
        Self { names, numbers: Numbers::default() }
    }

    pub fn found(self) -> (Names, Numbers) {
        (self.names, self.numbers)
    }

    fn count(&mut self, json: &Json<'_>) {
        match json {
            Json::Number(number) => self.numbers.add(number.text()),
            Json::Array(items) => items.iter().for_each(|item| self.count(item)),
            Json::Object(object) => object.iter().for_each(|(_, value)| self.count(value)),
            Json::Null | Json::Bool(_) | Json::String(_) => {}
        }
    }

    fn cover(&mut self, name: Option<&str>) {
        match name {
            Some(name) => {
                self.names.names.insert(name.to_owned());
            }
            None => self.names.all = true,
        }
    }

    fn collect(&mut self, mask: &Mask, name: Option<&str>) {
        match mask {
            Mask::None => {}
            Mask::All => self.cover(name),
            Mask::Object(entries) => {
                for (key, mask) in entries {
                    self.collect(mask, Some(key));
                }
            }
            Mask::Array(items) => items.iter().for_each(|mask| self.collect(mask, name)),
        }
    }
}

impl Guest for Secrets {
    fn bracket(&mut self, _: char) -> Result<(), ShareError> {
        Ok(())
    }

    fn next(&mut self, _: bool, _: Option<&str>) -> Result<(), ShareError> {
        Ok(())
    }

    fn leaf(&mut self, at: At, name: Option<&str>, json: &Json<'_>) -> Result<(), ShareError> {
        self.count(json);
        if at == At::Sensitive {
            self.collect(&Mask::from_json(json), name);
        } else if at == At::Flag && !matches!(json, Json::Bool(false) | Json::Null) {
            self.cover(name);
        }
        Ok(())
    }
}
