//! Completions and man pages: every command is in them, and those who read them can.

use std::path::PathBuf;
use std::process::Stdio;

use assert_cmd::Command;
use clap::CommandFactory as _;
use tfgate::cli::args::Cli;

/// Every command by its words: `plan check`.
fn commands() -> Vec<Vec<String>> {
    fn walk(command: &clap::Command, words: &[String], found: &mut Vec<Vec<String>>) {
        for inside in command.get_subcommands() {
            let words = [words, &[inside.get_name().to_owned()]].concat();
            walk(inside, &words, found);
            found.push(words);
        }
    }
    let mut found = Vec::new();
    walk(&Cli::command(), &[], &mut found);
    assert!(found.len() > 10);
    found
}

fn print(args: &[&str]) -> String {
    let output = Command::cargo_bin("tfgate").unwrap().args(args).output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{args:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// Hands `text` to a program on this machine, if it is there.
fn accepted_by(program: &str, args: &[&str], text: &str) {
    use std::io::Write as _;
    let child = std::process::Command::new(program)
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn();
    let Ok(mut child) = child else {
        say!("manual: {program} is not on this machine");
        return;
    };
    child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.is_empty(), "{program} {args:?}: {said}");
}

#[test]
fn every_shell_completes_every_command() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = print(&["completions", shell]);
        for words in commands() {
            let last = words.last().unwrap();
            assert!(script.contains(last.as_str()), "{shell}: {words:?}");
        }
        assert!(script.contains("allow-destroy"), "{shell}");
        match shell {
            "bash" => accepted_by("bash", &["-n"], &script),
            "zsh" => accepted_by("zsh", &["-n"], &script),
            "fish" => accepted_by("fish", &["--no-execute"], &script),
            _ => {}
        }
    }
    let unknown = Command::cargo_bin("tfgate").unwrap().args(["completions", "tcsh"]).output();
    assert_eq!(unknown.unwrap().status.code(), Some(2));
}

#[test]
fn every_command_has_a_page() {
    let folder = tempfile::TempDir::new().unwrap();
    let pages = folder.path().join("share/man/man1");
    print(&["man", pages.to_str().unwrap()]);
    let page = |words: &[String]| -> PathBuf {
        let name = [&["tfgate".to_owned()], words].concat().join("-");
        pages.join(format!("{name}.1"))
    };
    for words in commands() {
        let text = std::fs::read_to_string(page(&words)).unwrap();
        assert!(text.contains(".SH SYNOPSIS"), "{words:?}");
        accepted_by("man", &["-l", "--warnings", "-"], &text);
    }
    let main = print(&["man"]);
    for word in ["plan", "report", "policy", "Exit codes"] {
        assert!(main.contains(word), "{word}");
    }
    accepted_by("man", &["-l", "--warnings", "-"], &main);
}
