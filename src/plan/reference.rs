//! Which resource's attribute an attribute is set to.
//!
//! `bucket = aws_s3_bucket.logs.id` is known after apply on both sides, and still the two
//! are equal. Terraform writes which resources an expression refers to, not what it does
//! with them, so a reference counts only when it is the only one. It is followed through
//! module variables and outputs, and keeps the instance: the same module instance, and the
//! same key where the key is not written.

use super::address::{Address, BlockKind, Cursor, Key, ModuleStep};
use super::configuration::Configuration;

/// `target.attribute`, of a resource instance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The instance referred to.
    pub target: Address,
    /// Its attribute; `None` where Terraform only says which resource
    /// (`aws_s3_bucket.logs[each.key].id`).
    pub attribute: Option<String>,
}

/// How many modules a reference is followed through.
const FURTHEST: usize = 16;

impl Configuration {
    /// What `attribute` of the instance at `address` is set to, if it is one reference.
    #[must_use]
    pub fn reference(&self, address: &Address, attribute: &str) -> Option<Reference> {
        let block = Address { modules: Vec::new(), key: None, ..address.clone() };
        let mut modules = address.modules.clone();
        let path = block_path(&modules);
        let mut texts = self.attribute_references(&path, &block.to_string(), attribute)?;
        for _ in 0..FURTHEST {
            match single(texts)? {
                Step::Variable(name) => {
                    let call = modules.pop()?;
                    texts = self.input_references(&block_path(&modules), &call.name, &name)?;
                }
                Step::Output(call, key, name) => {
                    modules.push(ModuleStep { name: call, key });
                    texts = self.output_references(&block_path(&modules), &name)?;
                }
                Step::Resource(kind, resource_type, name, key, attribute) => {
                    let key = key.or_else(|| address.key.clone());
                    let target = Address { modules, kind, resource_type, name, key };
                    return Some(Reference { target, attribute });
                }
            }
        }
        None
    }
}

fn block_path(modules: &[ModuleStep]) -> String {
    let steps = modules.iter().map(|step| format!("module.{}", step.name));
    steps.collect::<Vec<_>>().join(".")
}

enum Step {
    Variable(String),
    Output(String, Option<Key>, String),
    Resource(BlockKind, String, String, Option<Key>, Option<String>),
}

/// The one thing that all references are about. Terraform lists each reference from its
/// longest form to its shortest, so the shorter ones must be prefixes of the first.
fn single(texts: &[String]) -> Option<Step> {
    let mut texts =
        texts.iter().filter(|text| !text.starts_with("each.") && *text != "count.index");
    let first = texts.next()?;
    texts.all(|text| is_prefix(text, first)).then_some(())?;
    parse(first)
}

fn is_prefix(short: &str, long: &str) -> bool {
    long.strip_prefix(short).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

fn parse(text: &str) -> Option<Step> {
    let mut cursor = Cursor::new(text);
    let mut word = cursor.identifier().ok()?;
    if word == "var" {
        cursor.dot().ok()?;
        let name = cursor.identifier().ok()?.to_owned();
        // A part of a variable's value is not the variable.
        return cursor.rest().is_empty().then_some(Step::Variable(name));
    }
    if word == "module" {
        cursor.dot().ok()?;
        let call = cursor.identifier().ok()?.to_owned();
        let key = cursor.key().ok()?;
        cursor.dot().ok()?;
        let name = cursor.identifier().ok()?.to_owned();
        return cursor.rest().is_empty().then_some(Step::Output(call, key, name));
    }
    if matches!(word, "local" | "each" | "count" | "path" | "terraform" | "self") {
        return None;
    }
    let mut kind = BlockKind::Managed;
    if word == "data" {
        kind = BlockKind::Data;
        cursor.dot().ok()?;
        word = cursor.identifier().ok()?;
    }
    let resource_type = word.to_owned();
    cursor.dot().ok()?;
    let name = cursor.identifier().ok()?.to_owned();
    let key = cursor.key().ok()?;
    let attribute = match cursor.rest() {
        "" => None,
        _ => {
            cursor.dot().ok()?;
            let attribute = cursor.identifier().ok()?.to_owned();
            cursor.rest().is_empty().then_some(())?;
            Some(attribute)
        }
    };
    Some(Step::Resource(kind, resource_type, name, key, attribute))
}

#[cfg(test)]
mod tests {
    use super::{Address, Configuration};
    use crate::plan::Json;

    const TEXT: &str = r#"{"root_module":{
        "resources":[
            {"address":"aws_s3_bucket.a","expressions":{}},
            {"address":"aws_x.plain","expressions":{"bucket":{"references":["aws_s3_bucket.a.id","aws_s3_bucket.a"]}}},
            {"address":"aws_x.each","expressions":{"bucket":{"references":["aws_s3_bucket.a","each.key"]}}},
            {"address":"aws_x.index","expressions":{"bucket":{"references":["aws_s3_bucket.a[1].id","aws_s3_bucket.a[1]","aws_s3_bucket.a"]}}},
            {"address":"aws_x.two","expressions":{"bucket":{"references":["aws_s3_bucket.a.id","aws_s3_bucket.a","aws_s3_bucket.b.id","aws_s3_bucket.b"]}}},
            {"address":"aws_x.out","expressions":{"bucket":{"references":["module.m[0].id","module.m[0]","module.m"]}}}
        ],
        "module_calls":{"m":{"source":"./m","expressions":{"name":{"references":["aws_s3_bucket.a.bucket","aws_s3_bucket.a"]}},
            "module":{"outputs":{"id":{"expression":{"references":["aws_s3_bucket.inner.id","aws_s3_bucket.inner"]}}},
                "resources":[{"address":"aws_x.inner","expressions":{"bucket":{"references":["var.name"]}}}]}}}}}"#;

    #[test]
    fn one_reference_is_followed_and_keeps_the_instance() {
        let json = Json::decode(TEXT).unwrap_or(Json::Null);
        let configuration = Configuration::read(&json);
        let of = |address: &str| {
            let found = configuration.reference(&Address::parse(address).unwrap(), "bucket");
            found.map(|found| format!("{} {}", found.target, found.attribute.unwrap_or_default()))
        };
        assert_eq!(of("aws_x.plain").unwrap(), "aws_s3_bucket.a id");
        assert_eq!(of(r#"aws_x.each["k"]"#).unwrap(), r#"aws_s3_bucket.a["k"] "#);
        assert_eq!(of("aws_x.index").unwrap(), "aws_s3_bucket.a[1] id");
        assert_eq!(of("aws_x.out").unwrap(), "module.m[0].aws_s3_bucket.inner id");
        assert_eq!(of("module.m[0].aws_x.inner").unwrap(), "aws_s3_bucket.a bucket");
        assert_eq!(of("aws_x.two"), None);
        assert_eq!(of("aws_x.nothing"), None);
    }
}
