//! What runs tfgate in CI: the action, the pipelines, the hooks, and what `init --ci` writes.
//!
//! No runner is at hand, so what can be known without one is held: every input is a flag that
//! exists, every foreign action is a commit, no expression is part of a script, and the two
//! scripts of the action do what they say.

use std::fs;
use std::path::PathBuf;

use crate::project::{Project, Run};
use crate::support::root;
use crate::yaml::Yaml;

/// Every workflow and action of this repository, and those that it writes for others.
fn workflows() -> Vec<(String, String)> {
    let mut files: Vec<PathBuf> = fs::read_dir(root().join(".github/workflows"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.extend([root().join("action.yml"), root().join("src/cli/ci/github.yml")]);
    files.sort();
    assert!(files.len() >= 5);
    files
        .into_iter()
        .map(|file| (file.display().to_string(), fs::read_to_string(&file).unwrap()))
        .collect()
}

fn action() -> Yaml {
    Yaml::read(&fs::read_to_string(root().join("action.yml")).unwrap())
}

fn gitlab() -> Vec<Yaml> {
    let file = root().join("templates/terraform-gate.gitlab-ci.yml");
    Yaml::documents(&fs::read_to_string(file).unwrap())
}

#[test]
fn every_action_of_others_is_a_commit_and_says_which_version() {
    let mut seen = 0;
    for (file, text) in workflows() {
        for line in text.lines() {
            let line = line.trim().trim_start_matches("- ");
            let Some(used) = line.strip_prefix("uses: ") else { continue };
            seen += 1;
            if used == "./.tfgate" || used.starts_with("OWNER/tfgate/") {
                continue;
            }
            let (_, reference) = used.split_once('@').unwrap_or_else(|| panic!("{file}: {used}"));
            let (commit, version) =
                reference.split_once(" # v").unwrap_or_else(|| panic!("{file}: {used}"));
            let hash = commit.len() == 40 && commit.chars().all(|c| c.is_ascii_hexdigit());
            assert!(hash && !version.is_empty(), "{file}: {used}");
        }
    }
    assert!(seen > 15, "only {seen} uses found");
}

#[test]
fn no_expression_is_part_of_a_script() {
    for (file, text) in workflows() {
        let tree = Yaml::read(&text);
        let mut scripts = Vec::new();
        tree.all("run", &mut scripts);
        for script in scripts {
            assert!(!script.text().contains("${{"), "{file}: {}", script.text());
        }
    }
    for document in gitlab() {
        for key in ["script", "before_script", "after_script"] {
            let mut scripts = Vec::new();
            document.all(key, &mut scripts);
            for line in scripts.iter().flat_map(|script| script.items()) {
                assert!(!line.text().contains("$[["), "{}", line.text());
            }
        }
    }
}

#[test]
fn every_job_says_what_it_may_do_and_leaves_no_token_behind() {
    for (file, text) in workflows() {
        let tree = Yaml::read(&text);
        let Some(jobs) = tree.get("jobs") else { continue };
        let whole = tree.at(&["permissions"]);
        let least = whole.keys().is_empty() || whole.keys() == ["contents"];
        assert!(least, "{file}: permissions of the workflow");
        for (name, job) in jobs.fields() {
            let own = job.get("permissions").is_some() || !whole.keys().is_empty();
            assert!(own, "{file}: {name}");
            for step in job.get("steps").map_or(&[][..], Yaml::items) {
                if step.get("uses").is_some_and(|used| used.text().starts_with("actions/checkout"))
                {
                    assert_eq!(step.at(&["with", "persist-credentials"]).text(), "false", "{file}");
                }
            }
        }
    }
}

#[test]
fn the_pipeline_applies_one_at_a_time_and_only_what_was_judged() {
    let text = fs::read_to_string(root().join(".github/workflows/terraform-gate.yml")).unwrap();
    let tree = Yaml::read(&text);
    let jobs = tree.at(&["jobs"]);
    assert_eq!(jobs.keys(), ["plan", "comment", "apply"]);
    let apply = jobs.at(&["apply"]);
    assert_eq!(apply.at(&["concurrency", "cancel-in-progress"]).text(), "false");
    assert_eq!(apply.at(&["permissions"]).keys(), ["contents", "id-token"]);
    assert_eq!(jobs.at(&["comment", "permissions"]).keys(), ["contents", "pull-requests"]);
    let inputs = tree.at(&["on", "workflow_call", "inputs"]);
    assert_eq!(inputs.at(&["dry-run", "default"]).text(), "true");
    // Both judgements get the same inputs, but for the reports that they write.
    let gate = |job: &str| {
        let steps = jobs.at(&[job, "steps"]).items();
        let gate = steps.iter().find(|step| step.get("id").is_some_and(|id| id.text() == "gate"));
        let given = gate.unwrap().at(&["with"]).fields().to_vec();
        given.into_iter().filter(|(key, _)| key != "output").collect::<Vec<_>>()
    };
    assert_eq!(gate("plan"), gate("apply"));
    // The caller that `init` writes gives inputs that exist.
    let caller = fs::read_to_string(root().join("src/cli/ci/github.yml")).unwrap();
    let caller = Yaml::read(&caller);
    for key in caller.at(&["jobs", "terraform", "with"]).keys() {
        assert!(inputs.get(key).is_some(), "{key}");
    }
    for key in caller.at(&["jobs", "terraform", "secrets"]).keys() {
        assert!(tree.at(&["on", "workflow_call", "secrets"]).get(key).is_some(), "{key}");
    }
}

#[test]
fn every_input_of_the_action_is_a_flag_and_reaches_it() {
    const NO_FLAG: [&str; 6] =
        ["plan", "token", "working-directory", "version", "repository", "sha256"];
    let project = Project::new("no-changes", "");
    let help = project.run(&["plan", "check", "--help"]).out;
    let script = fs::read_to_string(root().join("action/check")).unwrap();
    let action = action();
    let mut envs = Vec::new();
    action.all("env", &mut envs);
    for input in action.at(&["inputs"]).keys() {
        let expression = format!("inputs.{input}");
        let given = |env: &&Yaml| env.fields().iter().any(|(_, v)| v.text().contains(&expression));
        assert!(input == "working-directory" || envs.iter().any(given), "{input} goes nowhere");
        if NO_FLAG.contains(&input) {
            continue;
        }
        let flag = if input == "environment" { "--env".to_owned() } else { format!("--{input}") };
        let variable = format!("INPUT_{}", input.to_uppercase().replace('-', "_"));
        let passed = format!("{flag} \"${variable}\"");
        assert!(script.contains(&passed), "action/check does not say `{passed}`");
        let known = help.lines().any(|line| {
            let mut words = line.split([' ', ',', '=', '[']);
            line.trim_start().starts_with('-') && words.any(|word| word == flag)
        });
        assert!(known, "`tfgate plan check` has no {flag}");
    }
}

#[test]
fn the_template_for_gitlab_has_what_gitlab_looks_for() {
    let documents = gitlab();
    let [head, jobs] = &*documents else { panic!("{} documents", documents.len()) };
    let inputs = head.at(&["spec", "inputs"]);
    for (name, input) in inputs.fields() {
        assert!(input.get("default").is_some(), "{name} has no default");
    }
    assert_eq!(
        jobs.keys(),
        [
            ".tfgate:$[[ inputs.stack ]]",
            "$[[ inputs.stack ]]:plan",
            "$[[ inputs.stack ]]:comment",
            "$[[ inputs.stack ]]:apply"
        ]
    );
    let plan = jobs.at(&["$[[ inputs.stack ]]:plan"]);
    assert_eq!(plan.at(&["artifacts", "reports"]).keys(), ["dotenv", "terraform", "codequality"]);
    assert_eq!(plan.at(&["allow_failure", "exit_codes"]).items()[0].text(), "3");
    let apply = jobs.at(&["$[[ inputs.stack ]]:apply"]);
    assert!(apply.get("resource_group").is_some());
    assert_eq!(apply.at(&["rules"]).items()[0].at(&["when"]).text(), "manual");
    assert_eq!(apply.at(&["environment", "name"]).text(), "$[[ inputs.environment ]]");
    // Every input that is named is one.
    let text = fs::read_to_string(root().join("templates/terraform-gate.gitlab-ci.yml")).unwrap();
    for named in text.split("$[[ inputs.").skip(1) {
        let name = named.split(" ]]").next().unwrap();
        assert!(inputs.get(name).is_some(), "{name}");
    }
    let caller = Yaml::read(&fs::read_to_string(root().join("src/cli/ci/gitlab.yml")).unwrap());
    for key in caller.at(&["include"]).items()[0].at(&["inputs"]).keys() {
        assert!(inputs.get(key).is_some(), "{key}");
    }
}

#[test]
fn the_hooks_run_commands_that_exist() {
    let hooks = fs::read_to_string(root().join(".pre-commit-hooks.yaml")).unwrap();
    let hooks = Yaml::read(&hooks);
    assert_eq!(hooks.items().len(), 2);
    let project = Project::new("no-changes", "");
    project.write("policies/a.policy.hcl", "");
    for hook in hooks.items() {
        let entry: Vec<&str> = hook.at(&["entry"]).text().split(' ').skip(1).collect();
        let help = project.run(&[&entry[..], &["--help"]].concat());
        assert_eq!(help.code, 0, "{}", help.err);
    }
    // A configuration that is wrong is refused, and so is one that cannot be shown without
    // naming an environment, for which the hook takes arguments.
    let environments = "environment \"a\" {\n  match = { branch = \"x\" }\n}\n";
    let cases = [
        ("profile = \"strict\"\n", &[][..], 0),
        ("profle = \"strict\"\n", &[], 2),
        (environments, &[], 2),
        (environments, &["-e", "a"], 0),
    ];
    for (config, more, code) in cases {
        project.write(".tfgate.hcl", config);
        assert_eq!(project.run(&[&["config", "show"], more].concat()).code, code, "{config}");
    }
}

fn init(project: &Project, args: &[&str]) -> Run {
    project.run(&[&["init"], args].concat())
}

const FROM: &str = "acme/tfgate@0123456789abcdef0123456789abcdef01234567";

#[test]
fn init_writes_a_workflow_and_replaces_nothing_unasked() {
    let project = Project::new("no-changes", "profile = \"strict\"\n");
    let read = |file: &str| fs::read_to_string(project.0.path().join(file)).unwrap();
    let file = ".github/workflows/terraform.yml";
    let run = init(&project, &["--ci", "github", "--from", FROM]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("TFGATE_PLAN_PASSPHRASE"), "{}", run.err);
    let text = read(file);
    let tree = Yaml::read(&text);
    assert_eq!(
        tree.at(&["jobs", "terraform", "uses"]).text(),
        FROM.replace('@', "/.github/workflows/terraform-gate.yml@")
    );
    assert_eq!(read(".tfgate.hcl"), "profile = \"strict\"\n", "the configuration stays");

    project.write(file, "mine\n");
    let again = init(&project, &["--ci", "github", "--from", FROM]);
    assert_eq!(again.code, 2);
    assert!(again.err.contains("exists already"), "{}", again.err);
    assert_eq!(read(file), "mine\n");
    assert_eq!(init(&project, &["--ci", "github", "--from", FROM, "--force"]).code, 0);
    assert_eq!(read(file), text);
    assert_eq!(read(".tfgate.hcl"), "profile = \"strict\"\n", "the configuration stays");
}

#[test]
fn init_adds_to_a_pipeline_of_gitlab_and_never_replaces_it() {
    let project = Project::new("no-changes", "");
    let read = |file: &str| fs::read_to_string(project.0.path().join(file)).unwrap();
    fs::remove_file(project.0.path().join(".tfgate.hcl")).unwrap();
    let run = init(&project, &["--ci", "gitlab", "--from", FROM]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(read(".gitlab-ci.yml").contains(".gitlab/terraform-gate.yml"));
    assert!(read(".gitlab/terraform-gate.yml").contains("acme/tfgate"));
    assert!(read(".tfgate.hcl").starts_with("# tfgate"));

    project.write(".gitlab-ci.yml", "mine\n");
    let again = init(&project, &["--ci", "gitlab", "--from", FROM, "--force"]);
    assert_eq!(again.code, 0, "{}", again.err);
    assert_eq!(read(".gitlab-ci.yml"), "mine\n");
    assert!(again.err.contains("include:"), "{}", again.err);
}

#[test]
fn a_build_that_was_not_released_asks_where_tfgate_is() {
    let project = Project::new("no-changes", "");
    let run = init(&project, &["--ci", "github"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("--from"), "{}", run.err);
    assert!(!project.0.path().join(".github").exists());
    let run = init(&project, &["--ci", "github", "--from", "acme/tfgate@v1"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("names no commit"), "{}", run.err);
}

/// The scripts of the action, run by a shell.
#[cfg(unix)]
mod scripts {
    use std::fs;
    use std::os::unix::fs::PermissionsExt;
    use std::process::{Command, Output};

    use crate::project::Project;
    use crate::support::root;

    const INPUTS: [&str; 15] = [
        "PLAN",
        "ENVIRONMENT",
        "PROFILE",
        "CONFIG",
        "SOURCE",
        "POLICIES",
        "GATE",
        "BASE",
        "TERRAFORM_CHECKS",
        "ALLOW_DESTROY",
        "OVERRIDE",
        "OUTPUT",
        "POST",
        "POST_REQUIRED",
        "COMMENT_KEY",
    ];

    struct Job(Project);

    impl Job {
        fn new() -> Self {
            let job = Self(Project::new("renamed", "profile = \"standard\"\n"));
            fs::create_dir(job.path("bin")).unwrap();
            job
        }

        fn path(&self, file: &str) -> std::path::PathBuf {
            self.0.0.path().join(file)
        }

        fn program(&self, name: &str, text: &str) {
            self.0.write(&format!("bin/{name}"), text);
            let mode = fs::Permissions::from_mode(0o755);
            fs::set_permissions(self.path(&format!("bin/{name}")), mode).unwrap();
        }

        fn run(&self, script: &str, env: &[(&str, &str)]) -> Output {
            let mut command = Command::new("bash");
            command.arg(root().join("action").join(script)).current_dir(self.0.0.path());
            let path = std::env::var("PATH").unwrap();
            command.env("PATH", format!("{}:{path}", self.path("bin").display()));
            command.env("RUNNER_TEMP", self.0.0.path());
            command.env("GITHUB_OUTPUT", self.path("output")).env("GITHUB_PATH", self.path("path"));
            for input in INPUTS {
                command.env(format!("INPUT_{input}"), "");
            }
            command.envs(env.iter().copied()).output().unwrap()
        }

        fn read(&self, file: &str) -> String {
            fs::read_to_string(self.path(file)).unwrap_or_default()
        }
    }

    #[test]
    fn inputs_are_arguments_and_nothing_else() {
        let job = Job::new();
        job.program("tfgate", "#!/bin/sh\nprintf '%s\\n' \"$@\" >arguments\nexit 3\n");
        let done = job.run(
            "check",
            &[
                ("INPUT_PLAN", "  a plan \n\n--help\r\n$(touch pwned)"),
                ("INPUT_ENVIRONMENT", "--no-config"),
                ("INPUT_ALLOW_DESTROY", "aws_x.y[\"a b\"]\n`touch pwned`; touch pwned"),
                ("INPUT_TERRAFORM_CHECKS", "true"),
                ("INPUT_OUTPUT", "text\nsarif=out.sarif"),
                ("INPUT_POST_REQUIRED", "false"),
            ],
        );
        assert_eq!(done.status.code(), Some(3), "{}", String::from_utf8_lossy(&done.stderr));
        let arguments = job.read("arguments");
        let (report, others): (Vec<&str>, Vec<&str>) =
            arguments.lines().partition(|line| line.starts_with("--output=json="));
        assert_eq!(
            others,
            [
                "plan",
                "check",
                "--env=--no-config",
                "--terraform-checks",
                "--allow-destroy=aws_x.y[\"a b\"]",
                "--allow-destroy=`touch pwned`; touch pwned",
                "--output=text",
                "--output=sarif=out.sarif",
                "--",
                "a plan",
                "--help",
                "$(touch pwned)",
            ]
        );
        assert!(!job.path("pwned").exists());
        let report = report[0].strip_prefix("--output=json=").unwrap();
        assert_eq!(job.read("output"), format!("exit-code=3\nreport={report}\n"));
        let wrong = job.run("check", &[("INPUT_TERRAFORM_CHECKS", "yes")]);
        assert_eq!(wrong.status.code(), Some(2), "neither true nor false");
    }

    #[test]
    fn the_plan_is_judged_as_by_hand() {
        let job = Job::new();
        let binary = assert_cmd::cargo::cargo_bin("tfgate");
        std::os::unix::fs::symlink(binary, job.path("bin/tfgate")).unwrap();
        let inputs = [("INPUT_PLAN", "plan.json"), ("INPUT_GATE", "protect")];
        let done = job.run("check", &inputs);
        assert_eq!(done.status.code(), Some(3), "{}", String::from_utf8_lossy(&done.stderr));
        let output = job.read("output");
        assert!(output.starts_with("exit-code=3\nreport="), "{output}");
        let report = output.lines().last().unwrap().strip_prefix("report=").unwrap();
        assert!(fs::read_to_string(report).unwrap().contains("\"approval_needed\""));
    }

    /// A release on disk, and a `curl` that takes it from there.
    fn release(job: &Job, sums: &str) {
        let name = "tfgate-1.2.3-x86_64-unknown-linux-musl";
        job.0.write(&format!("release/{name}/tfgate"), "#!/bin/sh\necho released\n");
        let packed = Command::new("tar")
            .args(["-czf", &format!("{name}.tar.gz"), name])
            .current_dir(job.path("release"))
            .status();
        assert!(packed.unwrap().success());
        let sum = Command::new("sha256sum")
            .arg(format!("{name}.tar.gz"))
            .current_dir(job.path("release"))
            .output()
            .unwrap();
        let sum = String::from_utf8(sum.stdout).unwrap();
        job.0.write("release/SHA256SUMS", &sums.replace("SUM\n", &sum));
        let release = job.path("release");
        let curl = format!(
            "#!/bin/sh\nwhile [ $# -gt 1 ]; do [ \"$1\" = --output ] && to=$2; shift; done\n\
             echo \"$1\" >>{0}/asked\ncp \"{0}/${{1##*/}}\" \"$to\"\n",
            release.display()
        );
        job.program("curl", &curl);
    }

    fn install(job: &Job, more: &[(&str, &str)]) -> Output {
        let env = [
            ("RUNNER_OS", "Linux"),
            ("RUNNER_ARCH", "X64"),
            ("TFGATE_VERSION", "v1.2.3"),
            ("TFGATE_REPOSITORY", "acme/tfgate"),
        ];
        job.run("install", &[&env[..], more].concat())
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_release_is_installed_when_its_checksum_holds() {
        let job = Job::new();
        let other = "0".repeat(64);
        release(&job, &format!("{other}  tfgate-1.2.3-x86_64-apple-darwin.tar.gz\nSUM\n"));
        let done = install(&job, &[]);
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        let place = job.read("path");
        let run = Command::new("sh").arg(format!("{}/tfgate", place.trim())).output().unwrap();
        assert_eq!(run.stdout, b"released\n");
        let asked = job.read("release/asked");
        assert!(asked.starts_with("https://github.com/acme/tfgate/releases/download/v1.2.3/"));
        // Of one's own, the release's list is not asked for.
        let wrong = install(&job, &[("TFGATE_SHA256", &other)]);
        assert_eq!(wrong.status.code(), Some(2));
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn what_was_not_released_is_not_installed() {
        let zeros = "0".repeat(64);
        let name = "tfgate-1.2.3-x86_64-unknown-linux-musl.tar.gz";
        for sums in [
            String::new(),
            format!("{zeros}  {name}\n"),
            format!("SUM\n{zeros}  {name}\n"),
            format!("{zeros}  {name}.sig\n"),
        ] {
            let job = Job::new();
            release(&job, &sums);
            let done = install(&job, &[]);
            assert_eq!(done.status.code(), Some(2), "{sums}");
            assert_eq!(job.read("path"), "", "{sums}");
        }
        let job = Job::new();
        release(&job, "SUM\n");
        for wrong in [
            ("TFGATE_VERSION", "../../evil"),
            ("TFGATE_REPOSITORY", ""),
            ("TFGATE_REPOSITORY", "acme/tfgate/../other"),
            ("RUNNER_ARCH", "S390X"),
            ("TFGATE_VERSION", "1.2.4"),
        ] {
            let done = install(&job, &[wrong]);
            assert_eq!(done.status.code(), Some(2), "{wrong:?}");
            assert_eq!(job.read("path"), "", "{wrong:?}");
        }
    }
}
