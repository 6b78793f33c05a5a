//! Which policies are in force, and with which inputs: flags, environment, configuration.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use super::args::PolicyArgs;
use super::base::Base;
use super::failure::Failure;
use super::situation::Loaded;
use crate::config::{InForce, Literal};
use crate::judge::Policies;
use crate::plan::Plan;
use crate::policy::{self, Catalogue, Inputs, Own, Source, Wanted};

/// Policies larger than this are no policies.
const LARGEST: u64 = 4 << 20;

/// The policies and inputs for one plan: those of the base, if one is given.
pub fn load(
    args: &PolicyArgs,
    in_force: &InForce,
    loaded: &Loaded,
    base: Option<&Base>,
    plan: &Plan,
) -> Result<Policies, Failure> {
    let wanted = wanted(args, in_force, loaded, base)?;
    let types = plan.managed_types();
    let types: Vec<&str> = types.iter().map(String::as_str).collect();
    let catalogue = Catalogue::load(&wanted, &types)?;
    let inputs = inputs(args, Some(in_force), base)?;
    catalogue.check_inputs(&inputs)?;
    Ok(Policies { catalogue, inputs })
}

/// What flags and configuration ask for.
pub fn wanted(
    args: &PolicyArgs,
    in_force: &InForce,
    loaded: &Loaded,
    base: Option<&Base>,
) -> Result<Wanted, Failure> {
    let comply = &in_force.comply;
    let default_policies = comply.default_policies.as_ref();
    let only_own = args.no_default_policies || default_policies.is_some_and(|stated| !stated.value);
    let packs = comply.packs.as_ref();
    let mut own = Vec::new();
    for directory in directories(args, in_force, loaded) {
        let read_from = base.map(|base| base.instead(&directory)).transpose()?;
        own.extend(read(&directory, read_from.as_deref().unwrap_or(&directory))?);
    }
    Ok(Wanted {
        only_own,
        packs: packs.map(|stated| stated.value.clone()).unwrap_or_default(),
        own,
    })
}

/// Where own policies are.
pub fn directories(args: &PolicyArgs, in_force: &InForce, loaded: &Loaded) -> Vec<PathBuf> {
    let configured = in_force.comply.policies.iter().flat_map(|stated| &stated.value);
    let configured = configured.map(|directory| loaded.beside(directory));
    args.policies.iter().cloned().chain(configured).collect()
}

/// All policies below a directory, named by it and read from its counterpart. One without
/// any is a mistake, not an empty rule book.
pub fn read(directory: &Path, read_from: &Path) -> Result<Vec<Own>, Failure> {
    let files = policy::find_policies(read_from)
        .map_err(|error| Failure::file("read", directory, &error))?;
    if files.is_empty() {
        return Err(Failure::usage(
            format!(
                "there is no policy in `{}`",
                crate::plan::text::visible(&directory.display().to_string())
            ),
            "policies are files that end in `.policy.hcl`",
        ));
    }
    let mut own = Vec::new();
    for file in files {
        let size = fs::metadata(&file).map_err(|error| Failure::file("read", &file, &error))?.len();
        if size > LARGEST {
            return Err(Failure::usage(
                format!("`{}` has {size} bytes", file.display()),
                "a policy has some hundred lines; this is something else",
            ));
        }
        let text =
            fs::read_to_string(&file).map_err(|error| Failure::file("read", &file, &error))?;
        // A single policy may be named, too: then it is known by its own name.
        let (base, place) = match directory.parent().filter(|_| read_from.is_file()) {
            Some(parent) => (read_from.parent().unwrap_or(read_from), parent),
            None => (read_from, directory),
        };
        let relative = file.strip_prefix(base).unwrap_or(&file);
        let id = relative.to_string_lossy().replace('\\', "/");
        let id = id.strip_suffix(".policy.hcl").unwrap_or(&id).to_owned();
        let file = place.join(relative);
        let dir = file.parent().unwrap_or(Path::new("")).to_string_lossy().replace('\\', "/");
        let name =
            file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        own.push(Own { id, source: Source { dir, name, text } });
    }
    Ok(own)
}

/// Values of inputs, the strongest first: `--input`, `--input-file`, `TFPOLICY_INPUT_*`,
/// configuration.
pub fn inputs(
    args: &PolicyArgs,
    in_force: Option<&InForce>,
    base: Option<&Base>,
) -> Result<Inputs, Failure> {
    let mut given = Vec::new();
    for text in &args.input {
        let Some((name, value)) = text.split_once('=') else {
            return Err(Failure::usage(
                format!("`--input {}` has no value", crate::plan::text::visible(text)),
                "write `--input NAME=VALUE`",
            ));
        };
        given.push((name.trim().to_owned(), value.to_owned()));
    }
    let mut inputs = Inputs::new().texts(given);
    for file in &args.input_file {
        let read_from = base.map(|base| base.only(file)).transpose()?;
        let text = fs::read_to_string(read_from.as_deref().unwrap_or(file))
            .map_err(|error| Failure::file("read", file, &error))?;
        policy::parse_input_file(&mut inputs, &file.display().to_string(), &text)?;
    }
    let environment = env::vars_os().filter_map(|(name, value)| {
        let name = name.into_string().ok()?;
        let name = name.strip_prefix("TFPOLICY_INPUT_")?.to_owned();
        Some((name, value.into_string().ok()?))
    });
    inputs = inputs.texts(environment);
    let configured = in_force.and_then(|in_force| in_force.comply.inputs.as_ref());
    let configured = configured.into_iter().flat_map(|stated| &stated.value);
    Ok(inputs.texts(configured.map(|(name, value)| {
        let text = match value {
            Literal::String(text) => text.clone(),
            Literal::Null
            | Literal::Bool(_)
            | Literal::Number(_)
            | Literal::List(_)
            | Literal::Object(_) => value.to_string(),
        };
        (name.clone(), text)
    })))
}
