//! Lookups among the mocks of a file.

use super::super::lookup::{Data, Found, Lookup, matches};
use super::super::value::Value;
use super::super::value::equal::Equal;

/// The mocks, evaluated.
#[derive(Default)]
pub(super) struct Mocks<'a> {
    pub(super) resources: Vec<(&'a str, Value<'a>)>,
    pub(super) data: Vec<(&'a str, Value<'a>)>,
}

impl<'a> Lookup<'a> for Mocks<'a> {
    fn resources(&self, ty: &str, filter: &Value<'a>) -> Found<'a> {
        let mut rows = Vec::new();
        for (_, value) in self.resources.iter().filter(|(of, _)| *of == ty) {
            match matches(value, filter) {
                Equal::Yes => rows.push(value.clone()),
                Equal::No => {}
                Equal::Unknown(unknown) => return Found::Partial(unknown.paths()),
            }
        }
        Found::Rows(rows)
    }

    fn data(&self, ty: &str, config: &Value<'a>) -> Data<'a> {
        let mut of_type = self.data.iter().filter(|(of, _)| *of == ty);
        let found = of_type.find(|(_, value)| matches!(matches(value, config), Equal::Yes));
        found.map_or(Data::Missing, |(_, value)| Data::Found(value.clone()))
    }
}
