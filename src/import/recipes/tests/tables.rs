//! The tables are whole: every row parses, and renders where all that it asks for is set.

use super::super::template::Segment;
use super::super::{
    Alternative, Class, Derived, Missing, Modifier, Object, Recipe, TABLES, Template,
};
use super::{facts, values};
use crate::table;

#[test]
fn every_row_parses_and_renders() {
    let mut counts = std::collections::BTreeMap::new();
    for (prefix, csv) in TABLES {
        let rows: Vec<_> = table::rows::<4>(csv).collect();
        assert!(rows.is_sorted_by(|a, b| a[0] < b[0]), "{prefix}: sorted, each type once");
        assert!(csv.starts_with("# source: ") && !csv.contains("\"\""), "{prefix}");
        for row in rows {
            let [resource_type, class, text, note] = row;
            assert!(resource_type.starts_with(prefix), "{resource_type}");
            let class = Class::parse(class).unwrap_or_else(|| panic!("{resource_type}: {class}"));
            assert_eq!(Recipe::of(resource_type).map(|recipe| recipe.class), Some(class));
            assert!(!note.ends_with('.') && note.len() < 90, "{resource_type}: {note}");
            let template = Template::parse(text);
            let template = template.unwrap_or_else(|error| panic!("{resource_type}: {error}"));
            assert_eq!(template.to_string(), text, "{resource_type}");
            *counts.entry(*prefix).or_insert(0) += 1;
            if class == Class::NotImportable {
                assert_eq!(text, "", "{resource_type}");
                continue;
            }
            let unresolved =
                template.alternatives().any(|one| matches!(one, Alternative::Unresolved(_)));
            assert!(class == Class::Opaque || !unresolved, "{resource_type}: {text}");
            let sample = sample(&template);
            let values = values(&sample, "{}");
            match template.render(Object::new(values.after()), &facts()) {
                Ok(id) => assert!(!id.is_empty() && !id.expose().contains(['{', '}', '[', ']'])),
                Err(Missing::Assigned(_)) if unresolved => {}
                Err(missing) => panic!("{resource_type}: {text} with {sample}: {missing}"),
            }
        }
    }
    let total: usize = counts.values().sum();
    assert!(total > 4_500 && counts["aws_"] > 1_500, "{counts:?}");
}

/// A planned object in which everything that `template` asks for is set.
fn sample(template: &Template) -> String {
    let mut attributes = std::collections::BTreeMap::new();
    for alternative in template.alternatives() {
        let mut set = |name: &str, value: &str| {
            attributes.insert(name.to_owned(), value.to_owned());
        };
        match alternative {
            Alternative::Attribute { path, modifier } => {
                let value = match modifier {
                    Some(Modifier::Join(_)) => r#"["one","two"]"#,
                    Some(Modifier::Segment(_)) => r#""/managementGroups/one/billingAccounts/two""#,
                    _ => r#""arn:aws:dynamodb:us-west-2:1:table/t""#,
                };
                let nested =
                    path[1..].iter().rev().fold(value.to_owned(), |inner, segment| match segment {
                        Segment::Name(name) => format!(r#"{{"{name}":{inner}}}"#),
                        Segment::Index(0) => format!("[{inner}]"),
                        Segment::Index(_) => panic!("only the first block is ever asked for"),
                    });
                let Segment::Name(first) = &path[0] else { panic!("{template}") };
                merge(&mut attributes, first, &nested);
            }
            Alternative::Derived(Derived::SecurityGroupRuleSources) => set("self", "true"),
            Alternative::Derived(Derived::Scope) => set("zone_id", r#""z""#),
            Alternative::Derived(Derived::MainRegion)
            | Alternative::Fact(_)
            | Alternative::Literal(_)
            | Alternative::Unresolved(_) => {}
        }
    }
    let members: Vec<_> =
        attributes.iter().map(|(name, value)| format!(r#""{name}":{value}"#)).collect();
    format!("{{{}}}", members.join(","))
}

/// Two references into one block, `{metadata.0.a}/{metadata.0.b}`, need it with both.
fn merge(attributes: &mut std::collections::BTreeMap<String, String>, name: &str, value: &str) {
    let merged = match attributes.get(name) {
        Some(there) if there.starts_with("[{") && value.starts_with("[{") => {
            format!("{},{}", there.trim_end_matches("}]"), value.trim_start_matches("[{"))
        }
        Some(there) if there.starts_with('[') => there.clone(),
        Some(_) | None => value.to_owned(),
    };
    attributes.insert(name.to_owned(), merged);
}
