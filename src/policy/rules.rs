//! Tests of what may stand in a policy file, and of judging plans.

use super::lookup::{Candidate, Index, Reference};
use super::{
    Context, Inputs, Judge, Operation, PlanObject, PolicySet, ResourceInput, Source, Value, Verdict,
};
use crate::plan::{Json, Mask};

fn source(text: &str) -> Source {
    Source { dir: "p".into(), name: "a.policy.hcl".into(), text: text.into() }
}

/// The messages of all errors.
fn errors(text: &str) -> Vec<String> {
    match PolicySet::load(vec![source(text)]) {
        Ok(_) => Vec::new(),
        Err(errors) => errors.0.iter().map(super::Problem::one_line).collect(),
    }
}

fn with(body: &str) -> String {
    format!("resource_policy \"t\" \"l\" {{\n{body}\n}}\n")
}

#[test]
fn mistakes_are_found_when_loading_all_at_once() {
    for (text, wanted) in [
        ("data_policy \"a\" \"b\" {}\n".to_owned(), "block of type `data_policy` is not expected"),
        ("resource_polcy \"a\" \"b\" {}\n".to_owned(), "did you mean `resource_policy`"),
        ("resource_policy \"a\" {}\n".to_owned(), "takes 2 labels, not 1"),
        ("module_policy \"a\" \"b\" \"c\" {}\n".to_owned(), "takes 2 labels, not 3"),
        ("x = 1\n".to_owned(), "argument `x` is not expected"),
        ("policy {}\npolicy {}\n".to_owned(), "one `policy` block at most"),
        (with("enforce {\n  error_message = \"x\"\n}"), "needs a `condition`"),
        (with("enforce {\n  condition = true\n  mesage = 1\n}"), "argument `mesage`"),
        (with("condition = true"), "argument `condition` is not expected"),
        (with("enforcement_level = \"strict\""), "no enforcement level"),
        (with("locals {}\nlocals {}"), "one `locals` block at most"),
        (with("enforce {\n  condition = local.nope\n}"), "`local.nope` is not defined"),
        (with("enforce {\n  condition = input.nope\n}"), "`input.nope` is not defined"),
        (with("enforce {\n  condition = atrs.x\n}"), "did you mean `attrs`"),
        (with("locals {\n  a = local.b\n  b = local.a\n}"), "refers to itself"),
        (with("operations = [\"create\", \"create\"]"), "stands twice"),
        (with("operations = [\"destroy\"]"), "no operation"),
        (with("operations = \"create\""), "must be a list"),
        (with("operations = [\"delete\", \"no-op\"]"), "cannot stand together"),
        (with("operations = [\"delete\", \"create\"]"), "cannot stand together"),
        (with("enforce {\n  condition = prior_attrs.x\n}"), "must say its `operations`"),
        (with("operations = []\nfilter = prior_attrs.x"), "\"update\" and \"delete\" only"),
        (
            with("operations = [\"no-op\"]\nlocals {\n  x = prior_attrs\n}"),
            "\"update\" and \"delete\" only",
        ),
        ("locals {\n  a = attrs.x\n}\n".to_owned(), "`attrs` cannot be used in `locals` of a file"),
        ("locals {\n  a = local.b\n  b = local.a\n}\n".to_owned(), "refers to itself"),
        ("locals {\n  a = 1\n}\nlocals {\n  a = 1\n}\n".to_owned(), "defined twice"),
        (
            "input \"a\" {\n  type = string\n}\ninput \"a\" {\n  type = string\n}\n".to_owned(),
            "defined twice",
        ),
        ("input \"a\" {}\n".to_owned(), "needs a `type`"),
        ("input \"a\" {\n  type = strin\n}\n".to_owned(), "`strin` is no type"),
        (
            format!("locals {{\n  a = 1\n}}\n{}", with("locals {\n  a = 2\n}")),
            "defined for the whole file",
        ),
        (format!("{}{}", with(""), with("")), "stands twice in this file"),
        (
            "provider_policy \"aws\" \"x\" {\n  operations = []\n}\n".to_owned(),
            "argument `operations`",
        ),
        (
            "provider_policy \"aws\" \"x\" {\n  filter = prior_attrs.x\n}\n".to_owned(),
            "no `prior_attrs`",
        ),
        (
            "module_policy \"*\" \"x\" {\n  filter = meta.alias == \"\"\n}\n".to_owned(),
            "`meta` has no `alias`",
        ),
        (
            "policy {\n  terraform_config {\n    required_version = \"=> 1\"\n  }\n}\n".to_owned(),
            "not a version constraint",
        ),
        (with("enforce {\n  condition = true\n    && false\n}"), "syntax error"),
        (with("enforce {\n"), "syntax error"),
    ] {
        let found = errors(&text);
        assert!(
            found.iter().any(|error| error.contains(wanted)),
            "{text}\nwanted {wanted}\n{found:#?}"
        );
    }
    let many = errors(&format!("{}x = 1\nfoo {{}}\n", with("enforce {}\nfilter = nope")));
    assert_eq!(many.len(), 4, "{many:#?}");
}

#[test]
fn what_is_allowed_is_not_complained_about() {
    for text in [
        String::new(),
        "policy {}\n".to_owned(),
        with("enforcement_level = \"advisory\"\noperations = [\"delete\"]\nfilter = true"),
        with("operations = [\"update\", \"delete\"]\nfilter = prior_attrs.x != attrs.x"),
        with("operations = []"),
        with("enforce {\n  condition = core::try(attrs.a,\n    true)\n}\nenforce { condition = true }"),
        with("locals {\n  later = local.early\n  early = { later = 1 }\n}"),
        "input \"a-b\" {\n  type = object({ a = optional(string, \"x\"), b = list(number) })\n  default = { b = [1] }\n}\n".to_owned(),
    ] {
        assert_eq!(errors(&text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn siblings_share_inputs_and_locals_and_own_ones_come_first() {
    let file = |name: &str, text: &str| Source { name: name.into(), ..source(text) };
    let definer =
        "input \"level\" {\n  type = string\n  default = \"advisory\"\n}\nlocals {\n  x = 1\n}\n";
    let user = with("enforcement_level = input.level\nenforce {\n  condition = local.x == 1\n}");
    assert!(PolicySet::load(vec![file("a", definer), file("b", &user)]).is_ok());
    let own = format!("locals {{\n  x = 2\n}}\n{user}");
    assert!(PolicySet::load(vec![file("a", definer), file("b", &own)]).is_ok());
    let hides = with("locals {\n  x = 3\n}\nenforce {\n  condition = local.x == 3\n}");
    assert!(PolicySet::load(vec![file("a", definer), file("b", &hides)]).is_ok());
    let twice = PolicySet::load(vec![file("a", definer), file("c", definer), file("b", &user)]);
    assert!(twice.unwrap_err().0[0].message.contains("several files"));
    let elsewhere = Source { dir: "q".into(), ..file("b", &user) };
    assert!(PolicySet::load(vec![file("a", definer), elsewhere]).is_err());
}

/// Type, address, `after` with `after_unknown`, references.
type Other<'t> = (&'t str, &'t str, [&'t str; 2], &'t [[&'t str; 3]]);

/// One policy on one object, with lookups in `index`.
fn judge(policy: &str, operation: Operation, attrs: [&str; 2], others: &[Other<'_>]) -> Verdict {
    let set = PolicySet::load(vec![source(policy)]).unwrap();
    let parse = |text: &[&str; 2]| {
        let text: [String; 2] = text.map(str::to_owned);
        let text: &'static [String; 2] = Box::leak(Box::new(text));
        let json: &'static Json<'static> = Box::leak(Box::new(Json::decode(&text[0]).unwrap()));
        let mask: &'static Mask =
            Box::leak(Box::new(Mask::from_json(&Json::decode(&text[1]).unwrap())));
        (json, mask)
    };
    let object = |name: &str, address: &str, (json, unknown)| PlanObject {
        name: name.to_owned().into(),
        address: Box::leak(address.to_owned().into_boxed_str()),
        json,
        unknown,
        sensitive: &Mask::None,
    };
    let subject: &'static PlanObject<'static> =
        Box::leak(Box::new(object("attrs", "t.me", parse(&attrs))));
    let rows = others.iter().map(|(ty, address, attrs, references)| Candidate {
        ty: Box::leak((*ty).to_owned().into_boxed_str()),
        attrs: object(address, address, parse(attrs)),
        references: references
            .iter()
            .map(|[attribute, target, of]| {
                let leak =
                    |text: &str| -> &'static str { Box::leak(text.to_owned().into_boxed_str()) };
                Reference {
                    attribute: leak(attribute),
                    target: leak(target),
                    target_attribute: leak(of),
                }
            })
            .collect(),
    });
    let index: &'static Index<'static> =
        Box::leak(Box::new(Index::new(rows.collect(), Vec::new())));
    let set: &'static PolicySet = Box::leak(Box::new(set));
    let inputs = Inputs::new();
    let context = Context { inputs: &inputs, now: 0, strict_logic: false };
    let mut judge = Judge::new(set, &context);
    let resource = ResourceInput {
        ty: "t",
        provider_type: "t",
        module_path: ".",
        operation,
        attrs: (operation != Operation::Delete).then(|| Value::plan(subject)),
        prior: (operation == Operation::Delete).then(|| Value::plan(subject)),
    };
    let mut outcomes = judge.resource(&resource, &index.lookup());
    assert_eq!(outcomes.len(), 1);
    outcomes.remove(0).verdict
}

fn on(policy: &str, after: &str, unknown: &str) -> Verdict {
    judge(&with(policy), Operation::Create, [after, unknown], &[])
}

#[test]
fn the_worst_condition_decides_and_all_are_told() {
    let policy = "enforce {\n  condition = attrs.a\n  error_message = \"a is ${attrs.a}\"\n}\nenforce {\n  condition = attrs.b\n  error_message = \"b\"\n}";
    assert!(matches!(on(policy, r#"{"a":true,"b":true}"#, "{}"), Verdict::Allow));
    let Verdict::Deny { messages } = on(policy, r#"{"a":false,"b":false}"#, "{}") else { panic!() };
    assert_eq!(messages, ["a is false", "b"]);
    assert!(matches!(on(policy, r#"{"a":false}"#, r#"{"b":true}"#), Verdict::Deny { .. }));
    assert!(matches!(on(policy, r#"{"a":false}"#, "{}"), Verdict::Error(_)));
    assert!(matches!(on(policy, r#"{"a":null,"b":true}"#, "{}"), Verdict::Error(_)));
    let Verdict::Unknown { paths, .. } = on(policy, r#"{"a":true}"#, r#"{"b":true}"#) else {
        panic!()
    };
    assert_eq!(paths, ["attrs.b"]);
}

#[test]
fn filters_skip_and_unknown_filters_are_unknown() {
    let policy = "filter = attrs.on\nenforce {\n  condition = false\n}";
    assert!(matches!(on(policy, r#"{"on":false}"#, "{}"), Verdict::Skipped));
    assert!(matches!(on(policy, r#"{"on":true}"#, "{}"), Verdict::Deny { .. }));
    assert!(matches!(on(policy, "{}", r#"{"on":true}"#), Verdict::Unknown { .. }));
    assert!(matches!(on(policy, "{}", "{}"), Verdict::Error(_)));
}

#[test]
fn operations_decide_whether_a_policy_applies() {
    let run = |body: &str, operation| judge(&with(body), operation, [r#"{"a":1}"#, "{}"], &[]);
    let deny = "enforce {\n  condition = false\n}";
    assert!(matches!(run(deny, Operation::NoOp), Verdict::Deny { .. }));
    assert!(matches!(run(deny, Operation::Delete), Verdict::Skipped));
    let deletes = format!("operations = [\"delete\"]\n{deny}");
    assert!(matches!(run(&deletes, Operation::Create), Verdict::Skipped));
    let prior = "operations = [\"delete\"]\nenforce {\n  condition = prior_attrs.a == 1 && attrs.a == null && meta.operation == \"delete\"\n}";
    assert!(matches!(run(prior, Operation::Delete), Verdict::Allow));
}

#[test]
fn messages_hide_what_is_sensitive_and_survive_their_own_errors() {
    let policy = "enforce {\n  condition = false\n  error_message = \"${core::sensitive(\"x\")} ${attrs.id} ok\"\n}";
    let Verdict::Deny { messages } = on(policy, "{}", r#"{"id":true}"#) else { panic!() };
    assert_eq!(messages, ["(sensitive value) (known after apply) ok"]);
    let policy = "enforce {\n  condition = false\n  error_message = \"${attrs.nope}\"\n}";
    let Verdict::Deny { messages } = on(policy, "{}", "{}") else { panic!() };
    assert_eq!(messages, ["attrs.nope"]);
}

#[test]
fn joins_use_values_then_references_and_are_unknown_otherwise() {
    let policy = with(
        "enforce {\n  condition = core::length(core::getresources(\"o\", { of = attrs.id })) == 1\n}",
    );
    let run =
        |attrs: [&str; 2], others: &[Other<'_>]| judge(&policy, Operation::Create, attrs, others);
    let known = [r#"{"id":"i"}"#, "{}"];
    let hit = ("o", "o.a", [r#"{"of":"i"}"#, "{}"], &[][..]);
    let miss = ("o", "o.b", [r#"{"of":"j"}"#, "{}"], &[][..]);
    let open = ("o", "o.c", ["{}", r#"{"of":true}"#], &[][..]);
    assert!(matches!(run(known, &[hit, miss]), Verdict::Allow));
    assert!(matches!(run(known, &[miss]), Verdict::Deny { .. }));
    assert!(matches!(run(known, &[]), Verdict::Deny { .. }));
    assert!(matches!(run(known, &[hit, open]), Verdict::Unknown { .. }));
    let later = ["{}", r#"{"id":true}"#];
    assert!(matches!(run(later, &[hit]), Verdict::Unknown { .. }));
    let mine = ("o", "o.d", ["{}", r#"{"of":true}"#], &[["of", "t.me", "id"]][..]);
    let other = ("o", "o.e", ["{}", r#"{"of":true}"#], &[["of", "t.you", "id"]][..]);
    assert!(matches!(run(later, &[mine, other]), Verdict::Allow));
    assert!(matches!(run(later, &[other]), Verdict::Deny { .. }));
}

#[test]
fn heredocs_are_dedented_and_trimmed_as_hcl_does() {
    let cases = [
        ("<<EOT\n  a\n b\nEOT", "  a\n b\n"),
        ("<<-EOT\n    a\n      b\n\n    c\n  EOT", "a\n  b\n\nc\n"),
        ("<<-EOT\n    ${\"x\"}\n      b\n  EOT", "x\n  b\n"),
        // Asked of Terraform 1.11: a trimmed line break no longer begins a line to dedent.
        (
            "<<-EOT\n    %{ for x in [1, 2] ~}\n    ${x}\n    %{ endfor ~}\n    end\n  EOT",
            "    1\n    2\n    end\n",
        ),
        (
            "<<-EOT\n    start\n      %{~ if true }\n    yes\n      %{~ endif }\n    end\n  EOT",
            "    start\n\n    yes\n\n    end\n",
        ),
        ("<<EOT\nx ${~ \"y\" ~} \n\n  z\nEOT", "xy\n  z\n"),
        ("<<-EOT\n\ttab\n\t  more\n    EOT", "tab\n  more\n"),
        ("<<-EOT\n    %{ if true }\n    a\n    %{ else }\n    b\n    %{ endif }\n  EOT", "\na\n\n"),
        ("\"a ${~ \"b\" ~}   c %{~ if true ~} \\n d %{~ else ~} e %{ endif }\"", "abcd"),
        ("<<-EOT\n    ${\"x\"} y\n   z\n  EOT", " x y\nz\n"),
        ("<<EOT\n  a\n  ${~ 1 ~}\n  b\n  EOT", "  a\n1  b\n"),
        ("<<EOT\na $${b} %%{c}\nEOT", "a ${b} %{c}\n"),
        ("<<EOT\nEOT", ""),
    ];
    for (heredoc, wanted) in cases {
        let policy = format!(
            "locals {{\n  t = {heredoc}\n}}\nenforce {{\n  condition = false\n  error_message = core::jsonencode(local.t)\n}}"
        );
        let Verdict::Deny { messages } = on(&policy, "{}", "{}") else { panic!("{heredoc}") };
        assert_eq!(messages, [serde_json::to_string(wanted).unwrap()], "{heredoc}");
    }
}

#[test]
fn inputs_come_from_the_strongest_place_and_are_converted() {
    let text = "input \"n\" {\n  type = number\n  default = 1\n}\nresource_policy \"t\" \"l\" {\n  enforce {\n    condition = false\n    error_message = \"${input.n + 1}\"\n  }\n}\n";
    let set = PolicySet::load(vec![source(text)]).unwrap();
    let pair = |value: &str| [("n".to_owned(), value.to_owned())];
    let mut file = Inputs::new().texts(pair("5"));
    super::parse_input_file(&mut file, "x.tfvars", "n = 7\nother = [1]\n").unwrap();
    for (inputs, wanted) in
        [(Inputs::new(), "2"), (file, "6"), (Inputs::new().texts([]).texts(pair("10")), "11")]
    {
        let context = Context { inputs: &inputs, now: 0, strict_logic: false };
        let index = Index::new(Vec::new(), Vec::new());
        let resource = ResourceInput {
            ty: "t",
            provider_type: "t",
            module_path: ".",
            operation: Operation::Create,
            attrs: None,
            prior: None,
        };
        let outcome = Judge::new(&set, &context).resource(&resource, &index.lookup()).remove(0);
        let Verdict::Deny { messages } = outcome.verdict else { panic!() };
        assert_eq!(messages, [wanted]);
    }
}

#[test]
fn hostile_policies_are_refused_and_do_not_overflow_the_stack() {
    let chain: Vec<_> = (0..5000).map(|n| format!("  l{n} = local.l{}\n", n + 1)).collect();
    let chain = chain.concat();
    let bomb: Vec<_> = (0..60)
        .map(|n| format!("  b{n} = \"${{local.b{}}}${{local.b{}}}\"\n", n + 1, n + 1))
        .collect();
    let bomb = bomb.concat();
    let deep =
        |open: &str, close: &str, n: usize| format!("{}1{}", open.repeat(n), close.repeat(n));
    let mut bodies = vec![
        format!("locals {{\n{chain}  l5000 = true\n}}\nenforce {{\n  condition = local.l0\n}}"),
        format!(
            "locals {{\n{bomb}  b60 = \"xxxxxxxx\"\n}}\nenforce {{\n  condition = local.b0 == \"\"\n}}"
        ),
    ];
    for (open, close) in [
        ("(", ")"),
        ("[", "]"),
        ("{ a = ", " }"),
        ("-(", ")"),
        ("core::abs(", ")"),
        ("true ? 1 : ", ""),
        ("1 + ", ""),
        ("\"${", "}\""),
        ("!", ""),
    ] {
        for n in [30, 60, 200, 5000] {
            bodies.push(format!("enforce {{\n  condition = {}\n}}", deep(open, close, n)));
        }
    }
    // As small a stack as threads of rayon have.
    let run = move || {
        for body in bodies {
            if PolicySet::load(vec![source(&with(&body))]).is_ok() {
                let verdict = on(&body, "{}", "{}");
                assert!(!matches!(verdict, Verdict::Skipped));
            }
        }
    };
    std::thread::Builder::new().stack_size(2 << 20).spawn(run).unwrap().join().unwrap();
}

#[test]
fn mutated_policies_never_panic() {
    let seeds = [
        include_str!("../../tests/policies/joins/public_access.policy.hcl"),
        include_str!("../../tests/policies/joins/public_access.policytest.hcl"),
    ];
    let noise = [
        "{", "}", "\"", "${", "%{", "~", "(", ")", "[", "]", "<<EOT\n", "EOT", "\n", "=", "for ",
        " in ", ":", "?", ".", "*", "...", "local.", "core::", "attrs", "null", "é", "\\", "#",
        "/*", "0", "1e9", "-", "=>", "if",
    ];
    let mut state = 7_u64;
    let mut roll = |sides: usize| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % sides
    };
    for round in 0..1500 {
        let mut text: Vec<char> = seeds[round % 2].chars().collect();
        for _ in 0..=roll(4) {
            let at = roll(text.len());
            let end = (at + roll(12)).min(text.len());
            let with: Vec<char> = noise[roll(noise.len())].chars().collect();
            text.splice(at..end, with);
        }
        let text: String = text.into_iter().collect();
        if let Ok(set) = PolicySet::load(vec![source(&text)]) {
            let inputs = Inputs::new();
            let context = Context { inputs: &inputs, now: 0, strict_logic: true };
            let index = Index::new(Vec::new(), Vec::new());
            let resource = ResourceInput {
                ty: "aws_s3_bucket",
                provider_type: "aws",
                module_path: ".",
                operation: Operation::Create,
                attrs: None,
                prior: None,
            };
            Judge::new(&set, &context).resource(&resource, &index.lookup());
        }
    }
}
