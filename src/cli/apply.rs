//! `tfgate apply`

use std::path::{Path, PathBuf};

use super::args::{Apply, FindArgs, TerraformArgs};
use super::base::Base;
use super::failure::Failure;
use super::find;
use super::input::{self, Input};
use super::judging::{Judging, undecided};
use super::output::{self, Output};
use super::post::{self, Post};
use super::progress::Steps;
use super::report;
use super::root_module::{now, settings};
use super::show;
use super::situation::{self, Loaded};
use super::terminal::Terminal;
use crate::config::Profile;
use crate::deploy::{self, Outcome, Request, Sealed, Subject};
use crate::import::{self, Mode};
use crate::plan::Plan;
use crate::report::{ErrorReport, Report};
use crate::terraform::{Stack, Terraform};

/// Applies what passes, writes the reports, returns the exit code.
pub fn run(mut args: Apply, terminal: &Terminal) -> Result<u8, Failure> {
    args.judge.situation.workspace.clone_from(&args.terraform.workspace);
    let (documents, reports) =
        output::parse(&args.judge.output)?.into_iter().partition(Output::is_json);
    let tell = Tell {
        reports,
        post: Post::prepare(&args.judge.output)?,
        about: post::Subject {
            plans: input::names(std::slice::from_ref(&args.target)).unwrap_or_default(),
            environment: args.judge.situation.env.clone(),
        },
        terminal,
    };
    let outcome = applied(&args, &tell).unwrap_or_else(|failure| {
        terminal.report(&failure);
        Outcome::failed(&args.target, args.dry_run, (&failure).into())
    });
    if outcome.report.is_none() {
        // What nobody judged is a clean bill in no format. That it cannot be told does not
        // change what came of it.
        if let Err(failure) = tell.report(&undecided(outcome.reason())) {
            terminal.report(&failure);
        }
    }
    output::add_text(&tell.reports, &|look| outcome.text(look), terminal)?;
    output::write_document(&documents, &outcome.json())?;
    Ok(outcome.exit_code)
}

/// Where the verdict is told.
struct Tell<'t> {
    reports: Vec<Output>,
    post: Option<Post<'t>>,
    about: post::Subject,
    terminal: &'t Terminal,
}

impl Tell<'_> {
    fn report(&self, report: &Report) -> Result<(), Failure> {
        output::write(&self.reports, report, self.terminal)?;
        let Some(post) = &self.post else { return Ok(()) };
        let code = post.run(report, &self.about, self.terminal)?;
        if code == report.exit_code {
            return Ok(());
        }
        Err(Failure::usage(
            "the verdict could not be posted, and `--post-required` says that it must be",
            "nothing was applied; see above why",
        ))
    }
}

fn applied(args: &Apply, tell: &Tell<'_>) -> Result<Outcome, Failure> {
    let judging = Judging::prepare(&args.judge)?;
    let judged = args.judged.as_deref().map(report::saved).transpose()?;
    let (subject, shown) = subject(args)?;
    let directory = shown.canonicalize().map_err(|error| Failure::file("read", &shown, &error))?;
    let situation = &args.judge.situation;
    let base = args.judge.base.as_ref().map(|text| Base::open(text, &shown)).transpose()?;
    let loaded = situation::load(situation, &shown, base.as_ref())?;
    let terraform = Terraform::find(situation.terraform.as_deref())?;
    let terminal = tell.terminal;
    let steps = Steps::new();
    let time = now();

    let search = Search { args, loaded: &loaded, directory: &shown, time: &time };
    let failed = |failure: Failure| {
        steps.pause(|| terminal.report(&failure));
        ErrorReport::from(&failure)
    };
    let imports: &deploy::Search<'_> = &|plan| search.request(plan).map_err(failed);
    let judge = |sealed: &Sealed| {
        let input = Input {
            source: crate::plan::text::visible(&args.target.display().to_string()).into_owned(),
            name: tell.about.plans.first().cloned().unwrap_or_default(),
            directory: shown.clone(),
            plan: Ok(sealed.plan().clone()),
            sha256: Some(sealed.sha256().to_owned()),
        };
        let judge = || {
            let report = judging.judge(&[input], true, terminal).unwrap_or_else(|failure| {
                terminal.report(&failure);
                undecided((&failure).into())
            });
            tell.report(&report).map(|()| report)
        };
        steps.pause(judge).map_err(failed)
    };
    let is_file = matches!(subject, Subject::File { .. });
    let confirm = |sealed: &Sealed| args.yes || is_file || steps.pause(|| confirmed(sealed.plan()));
    let stack = Stack::new(&terraform, &directory, settings(&args.terraform)?, &steps);
    let request = Request {
        subject,
        imports,
        judge: &judge,
        judged,
        confirm: &confirm,
        dry_run: args.dry_run,
        time: time.clone(),
    };
    let (outcome, error) = deploy::run(&stack, &request);
    if let Some(error) = error.filter(|error| !error.is_told()) {
        steps.pause(|| terminal.report(&error));
    }
    Ok(outcome)
}

/// How to look for what exists already.
struct Search<'s> {
    args: &'s Apply,
    loaded: &'s Loaded,
    directory: &'s Path,
    time: &'s str,
}

impl Search<'_> {
    /// The request, if anybody should look: without creates, and under the profile `basic`,
    /// only who asks for it.
    fn request<'p>(&self, plan: &'p Plan) -> Result<Option<import::Request<'p>>, Failure> {
        let Self { args, loaded, directory, time } = self;
        let in_force = situation::in_force(&args.judge.situation, loaded, directory, Some(plan))?;
        let asked = args.find.map.is_some() || !args.find.tag.is_empty();
        let idle = in_force.profile == Profile::Basic || plan.summary().create == 0;
        if args.no_import || (idle && !asked) {
            return Ok(None);
        }
        Ok(Some(import::Request {
            plan: Some(plan),
            // What an import would change as well is part of the plan that is judged.
            allow_update: true,
            mode: Mode::Plan,
            ..find::request(&args.find, &in_force, time)?
        }))
    }
}

/// Where the plan comes from, and the root module.
fn subject(args: &Apply) -> Result<(Subject, PathBuf), Failure> {
    let target = &args.target;
    let source = args.judge.situation.source.as_ref();
    if target.is_dir() {
        return match source {
            Some(_) => Err(Failure::usage(
                "`--source` is for a saved plan, and a directory is its own",
                "leave it out, or name the saved plan: `tfgate apply PLAN --source DIR`",
            )),
            None => Ok((Subject::Directory, input::below_here(target.clone()))),
        };
    }
    let TerraformArgs { var, var_file, .. } = &args.terraform;
    let FindArgs { map, tag, include, exclude, .. } = &args.find;
    let given = [
        ("--var", !var.is_empty()),
        ("--var-file", !var_file.is_empty()),
        ("--map", map.is_some()),
        ("--tag", !tag.is_empty()),
        ("--include", !include.is_empty()),
        ("--exclude", !exclude.is_empty()),
    ];
    if let Some((flag, _)) = given.into_iter().find(|(_, given)| *given) {
        return Err(Failure::usage(
            format!("`{flag}` changes what is planned, and a saved plan is planned already"),
            "give the directory instead, or plan again with it",
        ));
    }
    let bytes = input::read_file(target)?;
    let directory = source.cloned().unwrap_or_else(|| input::directory_of(target));
    Ok((Subject::File { path: target.clone(), bytes }, input::below_here(directory)))
}

/// Shows what would be done and asks, where somebody can answer.
fn confirmed(plan: &Plan) -> bool {
    Terminal::confirm(&|| {
        let shown = show::render(plan).unwrap_or_else(|refusal| refusal.to_string());
        format!("\n{shown}\nApply this? Only `yes` is a yes.")
    })
}
