//! `--post`: what a run leaves on a pull request, and in the job that it runs in.
//!
//! What the environment says is read here, at once and before anything is judged, so that a
//! wrong flag is told early. The verdict and its exit code are what they are whether or not
//! somebody could be told: only with `--post-required` is a failure to post one of the run.

use std::env;
use std::ffi::OsString;
use std::fs::{self, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use super::args::{CommentArgs, OutputArgs, PostArgs, Where};
use super::failure::Failure;
use super::terminal::Terminal;
use crate::exit;
use crate::forge::{self, Environment, Flags, Forge, Key, Labels, Place, Status};
use crate::plan::text::visible;
use crate::report::Report;
use crate::report::markdown::{self, Budget, Options, is_safe_url};

/// Longest name of a commit status that is made of a key, in characters.
const LONGEST_NAME: usize = 200;

/// Where a run posts.
pub struct Post<'a> {
    args: &'a PostArgs,
    key: Option<&'a str>,
    options: Options,
    place: Option<Place>,
    summary: Option<PathBuf>,
    outputs: Option<PathBuf>,
}

/// What names a comment when the report is about no plan.
#[derive(Clone, Debug, Default)]
pub struct Subject {
    /// Names of the plans that were given.
    pub plans: Vec<String>,
    /// The environment that was given.
    pub environment: Option<String>,
}

impl<'a> Post<'a> {
    /// Where to post, if that was asked for.
    pub fn prepare(args: &'a OutputArgs) -> Result<Option<Self>, Failure> {
        let OutputArgs { post: args, comment, .. } = args;
        let Some(wanted) = args.post else { return Ok(None) };
        let job =
            |name: &str| variable(name).filter(|_| wanted != Where::Gitlab).map(PathBuf::from);
        let (summary, outputs) = (job("GITHUB_STEP_SUMMARY"), job("GITHUB_OUTPUT"));
        let place = match wanted {
            Where::Github => Some(find(Forge::GitHub, args, comment)?),
            Where::Gitlab => Some(find(Forge::GitLab, args, comment)?),
            Where::Job if summary.is_none() && outputs.is_none() => {
                return Err(Failure::usage(
                    "`--post job` is for a job on GitHub, and this is none",
                    "neither GITHUB_STEP_SUMMARY nor GITHUB_OUTPUT is set",
                ));
            }
            Where::Job => None,
        };
        let mut options = comment.options()?;
        if let Some(place) = &place {
            options.commit = options.commit.or_else(|| place.commit.clone());
            let run = place.run.clone().filter(|url| is_safe_url(url));
            options.run = options.run.or(run);
        }
        let key = comment.comment_key.as_deref();
        Ok(Some(Self { args, key, options, place, summary, outputs }))
    }

    /// Posts the report, and returns the exit code of the run.
    pub fn run(
        &self,
        report: &Report,
        subject: &Subject,
        terminal: &Terminal,
    ) -> Result<u8, Failure> {
        let environment = subject.environment.as_deref();
        let key = match self.key {
            Some(key) => Key::given(key),
            None => Key::of(report, &subject.plans, environment),
        };
        let options = Options { key: Some(key.text().to_owned()), ..self.options.clone() };
        let render =
            |budget: Budget| markdown::render(report, &Options { budget, ..options.clone() });
        self.write_job(report, &render)?;
        let Some(place) = &self.place else { return Ok(report.exit_code) };
        let body =
            |bytes: usize| render(Budget::of_bytes(bytes).expect("no forge takes less than that"));
        let name = || format!("tfgate/{}", key.text()).chars().take(LONGEST_NAME).collect();
        let status = self.args.commit_status.as_ref().map(|given| {
            Status::of(report, &if given.is_empty() { name() } else { given.clone() })
        });
        let labels = self.args.label.as_ref().map(|prefix| Labels::of(report, prefix));
        let mode = self.args.comment_mode.map(Into::into).unwrap_or_default();
        let request = forge::Request { key: &key, mode, body: &body, status, labels };
        Ok(self.tell(forge::post(place, &request), report.exit_code, terminal))
    }

    /// Says what could not be posted, and returns the exit code.
    fn tell(&self, posted: forge::Posted, code: u8, terminal: &Terminal) -> u8 {
        let to = visible(&posted.to).into_owned();
        if let Some(error) = posted.untidy {
            Terminal::note(&format!("tfgate: posted to {to}, but {error}"));
        }
        if posted.failed.is_empty() {
            return code;
        }
        if self.args.post_required {
            for error in posted.failed {
                terminal.report(&Failure::Forge { to: to.clone(), error });
            }
            return exit::UNDECIDED;
        }
        let failed: Vec<String> = posted.failed.iter().map(ToString::to_string).collect();
        let instead = match self.summary {
            Some(_) => "; the report is in the summary of the job",
            None => "",
        };
        Terminal::note(&format!("tfgate: not posted to {to}: {}{instead}", failed.join("; ")));
        code
    }

    /// Writes the summary and the outputs of the job.
    fn write_job(&self, report: &Report, render: &dyn Fn(Budget) -> String) -> Result<(), Failure> {
        if let Some(file) = &self.outputs {
            append(file, &forge::write_outputs(&forge::outputs(report)))?;
        }
        if let Some(file) = &self.summary {
            let length = fs::metadata(file).map_or(0, |data| data.len());
            match forge::summary_budget(length) {
                Some(budget) => append(file, &render(budget))?,
                None => Terminal::note(
                    "tfgate: the summary of this step is full: the report is not in it",
                ),
            }
        }
        Ok(())
    }
}

fn find(forge: Forge, args: &PostArgs, comment: &CommentArgs) -> Result<Place, Failure> {
    let event = variable("GITHUB_EVENT_PATH").and_then(|path| fs::read_to_string(path).ok());
    let certificates = certificates(forge)?;
    let environment = Environment {
        variable: &variable,
        event: event.as_deref(),
        certificates: certificates.as_deref(),
    };
    let flags = Flags {
        repository: args.repo.clone(),
        pull: args.pull,
        api: args.api_url.clone(),
        commit: comment.commit.clone(),
        run: comment.run_url.clone(),
    };
    Place::find(forge, &flags, &environment)
        .map_err(|error| Failure::Forge { to: String::new(), error })
}

/// The authorities that a server is trusted by, where somebody says so. GitLab tells its jobs
/// the one of its own.
fn certificates(forge: Forge) -> Result<Option<Vec<u8>>, Failure> {
    let of_gitlab = || variable("CI_SERVER_TLS_CA_FILE").filter(|_| forge == Forge::GitLab);
    let Some(path) = variable("SSL_CERT_FILE").or_else(of_gitlab) else { return Ok(None) };
    let path = Path::new(&path);
    fs::read(path).map(Some).map_err(|error| Failure::file("read", path, &error))
}

fn variable(name: &str) -> Option<String> {
    env::var_os(name).filter(|value| !value.is_empty()).map(OsString::into_string)?.ok()
}

/// Adds to a file of the runner, which others write to as well: what they left without a line
/// break must not run into ours.
fn append(file: &Path, text: &str) -> Result<(), Failure> {
    let add = || -> std::io::Result<()> {
        let mut open = OpenOptions::new().read(true).append(true).create(true).open(file)?;
        let mut last = [b'\n'];
        if open.metadata()?.len() > 0 {
            open.seek(SeekFrom::End(-1))?;
            open.read_exact(&mut last)?;
        }
        let between = if last == [b'\n'] { "" } else { "\n" };
        open.write_all(format!("{between}{text}").as_bytes())
    };
    add().map_err(|error| Failure::file("write", file, &error))
}
