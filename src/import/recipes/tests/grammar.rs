//! Any template prints as it was written, and no value breaks out of its id.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use super::super::template::Segment;
use super::super::{
    Alternative, Derived, Fact, Facts, Missing, Modifier, Object, Piece, Recipe, Template,
};
use super::values;
use crate::plan::Identifier;

fn attribute() -> impl Strategy<Value = Alternative> {
    let modifier = prop_oneof![
        Just(Modifier::Last),
        Just(Modifier::Lower),
        Just(Modifier::NoHttps),
        Just(Modifier::Slug),
        Just(Modifier::UrlEncode),
        "[/:,# _-]".prop_map(|text| Modifier::Join(text.chars().next().unwrap())),
        "[A-Za-z0-9]{1,5}".prop_map(Modifier::Segment),
    ];
    let segment = prop_oneof![
        "[A-Za-z_][A-Za-z0-9_]{0,4}".prop_map(Segment::Name),
        (0_usize..20).prop_map(Segment::Index)
    ];
    let path = ("[A-Za-z_][A-Za-z0-9_]{0,4}", vec(segment, 0..3)).prop_map(|(first, mut rest)| {
        rest.insert(0, Segment::Name(first));
        rest
    });
    (path, option::of(modifier))
        .prop_map(|(path, modifier)| Alternative::Attribute { path, modifier })
}

fn template() -> impl Strategy<Value = Template> {
    let alternative = prop_oneof![
        3 => attribute(),
        1 => proptest::sample::select(Fact::ALL.to_vec()).prop_map(Alternative::Fact),
        1 => "[a-z/:. ]{0,4}".prop_map(Alternative::Literal),
        1 => "[a-z_][a-z0-9_]{0,4}".prop_map(Alternative::Unresolved),
        1 => Just(Alternative::Derived(Derived::Scope)),
    ];
    let choice = vec(alternative, 1..4).prop_map(Piece::Choice).boxed();
    let text = "[a-zA-Z0-9/:,_.@# |'?-]{1,5}".prop_map(Piece::Text).boxed();
    // Texts beside one another would be one text.
    let run = move |least| {
        let pair = (option::of(text.clone()), choice.clone());
        (vec(pair, least..3), option::of(text.clone())).prop_map(|(pairs, last)| {
            let pairs = pairs.into_iter().flat_map(|(text, choice)| [text, Some(choice)]);
            pairs.chain([last]).flatten().collect::<Vec<_>>()
        })
    };
    (run(0), option::of(run(1)), run(1)).prop_map(|(before, optional, after)| {
        let optional = match optional {
            Some(optional) => vec![Piece::Optional(optional)],
            None => vec![Piece::Choice(vec![Alternative::Fact(Fact::Region)])],
        };
        Template { pieces: before.into_iter().chain(optional).chain(after).collect() }
    })
}

proptest! {
    #[test]
    fn print_and_parse_are_inverse(template in template()) {
        let text = template.to_string();
        prop_assert_eq!(Template::parse(&text), Ok(template), "{}", text);
    }

    #[test]
    fn any_text_is_a_template_or_an_error(text in "[{}\\[\\]|'@?:.a-z0-9 ]{0,24}") {
        if let Ok(template) = Template::parse(&text) {
            prop_assert_eq!(template.to_string(), text);
        }
    }

    /// A value is one part of an id, whatever it holds: it is not a template itself, does not
    /// end a line, and does not end the string that the id is written into.
    #[test]
    fn hostile_values_never_break_out(
        name in prop_oneof![any::<String>(), "[\"\\\\${}%\\[\\]|'@\n\r\t\u{0}\u{202e}a]{1,12}"]
    ) {
        let after = serde_json::json!({ "bucket": name, "expected_bucket_owner": name }).to_string();
        let values = values(&after, "{}");
        let recipe = Recipe::of("aws_s3_bucket_versioning").unwrap();
        match recipe.id(Object::new(values.after()), &Facts::new()) {
            Ok(id) => {
                prop_assert_eq!(id.expose(), format!("{name},{name}"));
                prop_assert!(!id.expose().chars().any(char::is_control));
                let block = format!("id = {}\nto = a.b\n", id.hcl());
                let body: hcl_edit::structure::Body = block.parse().unwrap();
                prop_assert_eq!(body.iter().count(), 2);
                let written = body.get_attribute("id").unwrap().value.as_str();
                prop_assert_eq!(written, Some(id.expose()), "{}", id.hcl());
            }
            Err(Missing::Hostile(_)) => {
                prop_assert!(Identifier::parse(&name).is_err());
            }
            Err(missing) => prop_assert!(name.is_empty(), "{}", missing),
        }
    }
}
