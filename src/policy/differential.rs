//! The same expressions in `terraform console` and here.
//!
//! Thousands of them, from a fixed seed: every operator, and every function that Terraform
//! has too, over a pool of awkward arguments. What differs must be listed in
//! `docs/policy-differences.md` with its reason, and is excused by the rule of that name
//! below; anything else fails.

use std::io::Write as _;
use std::process::{Command, Stdio};

use super::console::{Answer, plain};

/// A small generator of numbers that look random: the same on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    fn pick<'t>(&mut self, from: &[&'t str]) -> &'t str {
        from[self.roll(from.len())]
    }
}

const NUMBERS: &[&str] = &[
    "0",
    "1",
    "-1",
    "2",
    "3",
    "7",
    "10",
    "0.1",
    "0.2",
    "0.5",
    "1.5",
    "-2.5",
    "1e3",
    "100",
    "1e20",
    "12345678901234567890",
    "0.3333333333",
    "64",
    "255",
    "-7",
    "1.0",
    "2.50",
    "1e-7",
    "123456.789",
];
const STRINGS: &[&str] = &[
    r#""""#,
    r#""a""#,
    r#""b""#,
    r#""abc""#,
    r#""1""#,
    r#""2.5""#,
    r#""true""#,
    r#""false""#,
    r#""hello world""#,
    r#""a,b,,c""#,
    r#""  x ""#,
    r#""ABC""#,
    r#""héllo""#,
    r#""日本語""#,
    r#""line\none\n""#,
    r#""tab\tq\"uote""#,
    r#""10""#,
    r#""-3""#,
    r#""ab12cd""#,
    r#""ff""#,
    r#""a<b>&c""#,
    r#""x\r\n""#,
    r#"",""#,
    r#""e\u0301""#,
    r#""o'neil foo-bar""#,
];
const SCALARS: &[&str] = &["true", "false", "null", "1", "\"a\"", "\"1\"", "2.5", "\"true\"", "0"];
const LISTS: &[&str] = &[
    "[]",
    "[1]",
    "[1, 2, 3]",
    r#"["a", "b", "a"]"#,
    r#"["b", "", "a"]"#,
    r#"[1, "a", true]"#,
    "[null]",
    r#"["a", null, "b"]"#,
    "[[1, 2], [3]]",
    r#"[["a"], []]"#,
    "[{ a = 1 }, { a = 2 }]",
    r#"[{ a = 1 }, { b = "x" }]"#,
    "[true, false]",
    "[0.5, 1]",
    r#"["1", 1]"#,
    "[1, true]",
    r#"["c", "b", "a"]"#,
    "[3, 2, 10]",
    "[[], {}]",
];
const MAPS: &[&str] = &[
    "{}",
    "{ a = 1 }",
    r#"{ a = 1, b = "x" }"#,
    "{ b = 2, a = 1 }",
    r#"{ "x-y" = null }"#,
    "{ a = { b = [1, 2] } }",
    r#"{ a = "", c = [] }"#,
    r#"{ "1" = true }"#,
];
const TIMES: &[&str] = &[
    r#""2018-01-02T23:12:01Z""#,
    r#""2020-02-29T00:00:00+02:30""#,
    r#""1999-12-31T23:59:59-08:00""#,
    r#""2018-13-02T23:12:01Z""#,
    r#""2018-01-02""#,
];
const DURATIONS: &[&str] =
    &[r#""1h""#, r#""-90m""#, r#""1.5s""#, r#""24h30m10s""#, r#""x""#, r#""0""#, r#""1000ms""#];
const DATE_FORMATS: &[&str] = &[
    r#""YYYY-MM-DD""#,
    r#""hh:mm:ss Z""#,
    r#""EEEE, DD MMM YY HH:mm aa ZZZ""#,
    r#""D/M 'at' h""#,
    r#""Q""#,
    r#""''''""#,
    r#""H AA ZZZZ ZZZZZ EEE MMMM""#,
];
const PATTERNS: &[&str] = &[
    r#""a""#,
    r#""[a-z]+""#,
    r#""(\\d+)""#,
    r#""(?P<x>[a-z])(?P<y>\\d)?""#,
    r#""^$""#,
    r#""(""#,
    r#""\\w+""#,
    r#""l(l|o)""#,
    r#""(?i)abc""#,
    r#"".""#,
    r#""^a{2}""#,
    r#""{a}""#,
    r#""[[:alpha:]]""#,
];
const FORMATS: &[&str] = &[
    r#""%s""#,
    r#""%d""#,
    r#""%5.2f|""#,
    r#""%v""#,
    r#""%q""#,
    r#""%-5s|""#,
    r#""%05d""#,
    r#""%x""#,
    r#""%t""#,
    r#""%s-%s""#,
    r#""%[2]s""#,
    r#""%e""#,
    r#""%g""#,
    r#""%b""#,
    r#""%+d""#,
    r#""%#v""#,
    r#""%%""#,
    r#""%z""#,
    r#""%""#,
    r#""%.3s""#,
    r#""%8.3f""#,
    r#""%o""#,
    r#""%X""#,
];
const WHOLE: &[&str] = &["0", "1", "2", "3", "5", "-1", "1.5", "\"1\"", "16", "36"];

/// Functions with the pools of their arguments; `F` repeats the last pool none to twice.
const FUNCTIONS: &[(&str, &str)] = &[
    ("abs", "n"),
    ("ceil", "n"),
    ("floor", "n"),
    ("log", "nn"),
    ("max", "nF"),
    ("min", "nF"),
    ("parseint", "sw"),
    ("pow", "ww"),
    ("signum", "w"),
    ("chomp", "s"),
    ("endswith", "ss"),
    ("startswith", "ss"),
    ("format", "fxF"),
    ("formatlist", "fyF"),
    ("formatdate", "dt"),
    ("indent", "ws"),
    ("join", "slF"),
    ("lower", "s"),
    ("upper", "s"),
    ("regex", "ps"),
    ("regexall", "ps"),
    ("split", "ss"),
    ("strrev", "s"),
    ("substr", "sww"),
    ("title", "s"),
    ("trim", "ss"),
    ("trimprefix", "ss"),
    ("trimsuffix", "ss"),
    ("trimspace", "s"),
    ("chunklist", "lw"),
    ("coalescelist", "lF"),
    ("compact", "l"),
    ("concat", "lF"),
    ("contains", "lx"),
    ("distinct", "l"),
    ("element", "lw"),
    ("flatten", "l"),
    ("keys", "m"),
    ("length", "y"),
    ("merge", "mF"),
    ("one", "l"),
    ("range", "wF"),
    ("reverse", "l"),
    ("setintersection", "lF"),
    ("setproduct", "lF"),
    ("setsubtract", "ll"),
    ("setunion", "lF"),
    ("slice", "lww"),
    ("sort", "l"),
    ("tolist", "l"),
    ("toset", "l"),
    ("values", "m"),
    ("zipmap", "ll"),
    ("csvdecode", "c"),
    ("jsondecode", "j"),
    ("jsonencode", "a"),
    ("yamldecode", "j"),
    ("yamlencode", "a"),
    ("timeadd", "tu"),
    ("timecmp", "tt"),
    ("alltrue", "l"),
    ("anytrue", "l"),
    ("can", "a"),
    ("try", "aa"),
    ("length", "a"),
    ("issensitive", "x"),
    ("nonsensitive", "x"),
];

const CSV: &[&str] = &[
    r#""a,b\n1,2\n""#,
    r#""a\n\"x\"\"y\"\n""#,
    r#""a,a\n1,2""#,
    r#""a,b\n1\n""#,
    r#""""#,
    r#""a\n\n1\n""#,
    r#""a\nx\"y\n""#,
    r#""a,b\n\"1\n2\",3""#,
];
const DOCUMENTS: &[&str] = &[
    r#""{\"a\":[1,2.50,null,\"x\"]}""#,
    r#""[]""#,
    r#""1e3""#,
    r#""nope""#,
    r#""\"x\"""#,
    r#""{""#,
    r#""true""#,
    r#""a: 1\nb:\n  - x\n  - y: 2\n""#,
    r#""- 1\n- ~\n""#,
    r#""12345678901234567890""#,
    r#""x: 'q'\ny: |\n  t\n""#,
    r#""null""#,
    r#""""#,
];

fn argument(dice: &mut Dice, pool: char) -> String {
    match pool {
        'n' if dice.roll(8) == 0 => dice.pick(STRINGS).into(),
        'n' => dice.pick(NUMBERS).into(),
        'w' => dice.pick(WHOLE).into(),
        's' if dice.roll(9) == 0 => dice.pick(SCALARS).into(),
        's' => dice.pick(STRINGS).into(),
        'l' if dice.roll(6) == 0 => format!("@toset({})", dice.pick(LISTS)),
        'l' if dice.roll(6) == 0 => format!("@tolist({})", dice.pick(LISTS)),
        'l' => dice.pick(LISTS).into(),
        'm' => dice.pick(MAPS).into(),
        'p' => dice.pick(PATTERNS).into(),
        'f' => dice.pick(FORMATS).into(),
        'd' => dice.pick(DATE_FORMATS).into(),
        't' => dice.pick(TIMES).into(),
        'u' => dice.pick(DURATIONS).into(),
        'c' => dice.pick(CSV).into(),
        'j' => dice.pick(DOCUMENTS).into(),
        'y' if dice.roll(2) == 0 => argument(dice, 'l'),
        'x' | 'y' => match dice.roll(3) {
            0 => dice.pick(NUMBERS).into(),
            1 => dice.pick(STRINGS).into(),
            _ => dice.pick(SCALARS).into(),
        },
        _ => {
            let pool = ['n', 's', 'l', 'm', 'x'][dice.roll(5)];
            argument(dice, pool)
        }
    }
}

/// An expression with `@` before the names of functions.
fn expression(dice: &mut Dice) -> String {
    const OPERATORS: &[&str] =
        &["+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">=", "&&", "||"];
    match dice.roll(10) {
        0 | 1 => {
            let pools = ['n', 'n', 'n', 'x', 'a'];
            let (a, b) = (pools[dice.roll(5)], pools[dice.roll(5)]);
            format!("{} {} {}", argument(dice, a), dice.pick(OPERATORS), argument(dice, b))
        }
        2 => {
            let (a, b, c) = (argument(dice, 'a'), argument(dice, 'a'), dice.pick(SCALARS));
            format!("{c} ? {a} : {b}")
        }
        3 => other(dice),
        _ => {
            let (name, pools) = FUNCTIONS[dice.roll(FUNCTIONS.len())];
            let mut arguments = Vec::new();
            let mut last = 'a';
            for pool in pools.chars() {
                if pool == 'F' {
                    for _ in 0..dice.roll(3) {
                        arguments.push(argument(dice, last));
                    }
                } else {
                    arguments.push(argument(dice, pool));
                    last = pool;
                }
            }
            format!("@{name}({})", arguments.join(", "))
        }
    }
}

/// Everything that is neither operator nor function.
fn other(dice: &mut Dice) -> String {
    let (any, list, map) = (argument(dice, 'a'), argument(dice, 'l'), argument(dice, 'm'));
    let (scalar, index) = (dice.pick(SCALARS), dice.pick(WHOLE));
    match dice.roll(14) {
        0 => format!("!{scalar}"),
        1 => format!("-{}", dice.pick(NUMBERS)),
        2 => format!("\"<${{{any}}}>\""),
        3 => format!("[for x in {list} : x if x != null]"),
        4 => format!("{{ for k, v in {map} : k => v }}"),
        5 => format!("[for i, x in {list} : i]"),
        6 => format!("{list}[{index}]"),
        7 => format!("{map}[{}]", dice.pick(&["\"a\"", "\"b\"", "1"])),
        8 => format!("{list}[*]"),
        9 => format!("{any}[*].a"),
        10 => format!("{{ for x in {list} : \"${{x}}\" => x... }}"),
        11 => format!("\"%{{ for x in {list} ~}} ${{x}}, %{{ endfor }}.\""),
        12 => format!("\"%{{ if {scalar} }}yes%{{ else }} no %{{ endif ~}} x\""),
        _ => format!("{map}.a"),
    }
}

/// Asks Terraform: JSON of each value, or `None` for an error. The console prints the last
/// result only, so many questions go into one expression.
fn terraform(dir: &std::path::Path, expressions: &[String]) -> Option<Vec<Option<String>>> {
    let mut child = Command::new("terraform")
        .arg("console")
        .current_dir(dir)
        .env("CHECKPOINT_DISABLE", "1")
        .env("NO_COLOR", "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let items: Vec<String> = expressions
        .iter()
        .map(|e| format!("try([jsonencode({})], [])", e.replace('@', "")))
        .collect();
    let line = format!("jsonencode([{}])\n", items.join(", "));
    let mut stdin = child.stdin.take()?;
    let writer = std::thread::spawn(move || stdin.write_all(line.as_bytes()));
    let output = child.wait_with_output().ok()?;
    writer.join().ok()?.ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let line = text.lines().find(|line| line.starts_with('"'))?;
    // HCL's escapes of templates come on top of JSON's.
    let line = line.replace("$${", "${").replace("%%{", "%{");
    let inner: String = serde_json::from_str(&line).ok()?;
    let items: Vec<Vec<String>> = serde_json::from_str(&inner).ok()?;
    Some(items.into_iter().map(|item| item.into_iter().next()).collect())
}

/// The answers to all. An expression that Terraform refuses before evaluating it takes the
/// whole question down, so it is looked for by halves.
fn ask(dir: &std::path::Path, expressions: &[String]) -> Vec<Option<String>> {
    if let Some(answers) = terraform(dir, expressions) {
        return answers;
    }
    if expressions.len() == 1 {
        return vec![None];
    }
    let (left, right) = expressions.split_at(expressions.len() / 2);
    let mut answers = ask(dir, left);
    answers.extend(ask(dir, right));
    answers
}

/// The rules of `docs/policy-differences.md`, by name: what may differ.
fn excused(expression: &str, theirs: Option<&String>, ours: &Answer) -> Option<&'static str> {
    let has = |name: &str| expression.contains(name);
    let error = matches!(ours, Answer::Error(_) | Answer::Invalid(_));
    if error && (has(" / ") || has("@log") || has("@pow")) {
        // Terraform gives an infinity, which JSON cannot even hold.
        return Some("no-infinity");
    }
    if has(" % ") && error && theirs.is_some() {
        return Some("no-infinity");
    }
    if theirs.is_some_and(|theirs| theirs == "\"-0\"" || theirs == "-0") {
        return Some("negative-zero");
    }
    if has("@log(") && !error && theirs.is_some() {
        // Another last digit of a double.
        return Some("logarithm");
    }
    if has("@element(") && theirs.is_none() && has("-1)") {
        return Some("element-from-the-end");
    }
    if has("@set") && has("[null]") {
        return Some("sets-of-null");
    }
    if !error && theirs.is_none() && (has(" && ") || has(" || ")) {
        return Some("short-circuit");
    }
    None
}

#[test]
fn expressions_come_to_the_same_as_in_terraform() {
    if Command::new("terraform").arg("version").output().is_err() {
        // A test has no other way to say that it did not run.
        let mut stderr = std::io::stderr();
        let _ = writeln!(stderr, "skipped: terraform is not installed");
        return;
    }
    let mut dice = Dice(20_261_121);
    let mut expressions: Vec<String> = (0..8000).map(|_| expression(&mut dice)).collect();
    expressions.sort();
    expressions.dedup();
    let dir = tempfile::tempdir().expect("a place to run terraform in");
    let theirs: Vec<Option<String>> =
        expressions.chunks(400).flat_map(|chunk| ask(dir.path(), chunk)).collect();
    let mut wrong = Vec::new();
    for (expression, theirs) in expressions.iter().zip(&theirs) {
        let ours = plain(&expression.replace('@', "core::"));
        let same = match (&ours, theirs) {
            (Answer::Value(ours), Some(theirs)) => ours == theirs,
            (Answer::Error(_) | Answer::Invalid(_), None) => true,
            _ => false,
        };
        if !same && excused(expression, theirs.as_ref(), &ours).is_none() {
            wrong.push(format!("{expression}\n    terraform {theirs:?}\n    tfgate    {ours:?}"));
        }
    }
    let shown = wrong.iter().take(400).cloned().collect::<Vec<_>>().join("\n");
    assert!(wrong.is_empty(), "{} of {} differ\n{shown}", wrong.len(), expressions.len());
}
