//! Why a command could not be carried out: always exit code 2.

use std::fmt;

use miette::Diagnostic;

use crate::config::{ChooseError, ConfigErrors};
use crate::cost::catalogue::BadPrices;
use crate::cost::update::UpdateError;
use crate::cost::usage::UsageErrors;
use crate::forge::ForgeError;
use crate::import::ImportError;
use crate::plan::Refusal;
use crate::plan::text::{visible, visible_lines};
use crate::policy::{CatalogueError, PolicyErrors};
use crate::report::ErrorReport;
use crate::report::read::ReportError;
use crate::terraform::TerraformError;

/// A diagnostic of any module, with the input that it is about.
pub enum Failure {
    /// An input that could not be judged.
    Input {
        /// The argument.
        name: String,
        /// Why.
        refusal: Refusal,
    },
    /// A saved report that cannot be rendered again.
    Report {
        /// The argument.
        name: String,
        /// Why.
        error: ReportError,
    },
    /// A file that could not be read or written.
    File(FileError),
    /// A configuration with errors.
    Config(ConfigErrors),
    /// A usage file with errors.
    UsageFile(Box<UsageErrors>),
    /// No environment could be chosen.
    Environment(ChooseError),
    /// Policies that cannot be put in force.
    Policies(CatalogueError),
    /// A price file with errors.
    Prices(BadPrices),
    /// Prices that could not be fetched, or not put in place.
    Update(UpdateError),
    /// Terraform could not do its part.
    Terraform(TerraformError),
    /// Nothing could be imported.
    Import(ImportError),
    /// A report could not be posted.
    Forge {
        /// The pull request or repository; empty before one is known.
        to: String,
        /// Why.
        error: ForgeError,
    },
    /// A flag's value makes no sense.
    Usage {
        /// What is wrong.
        message: String,
        /// What to do.
        help: String,
    },
}

/// A file that could not be read or written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileError {
    /// `read` or `write`.
    pub verb: &'static str,
    /// Path as given.
    pub path: String,
    /// The system's reason.
    pub reason: String,
}

impl Failure {
    /// A flag's value makes no sense.
    pub fn usage(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self::Usage { message: message.into(), help: help.into() }
    }

    /// A file could not be read or written.
    pub fn file(verb: &'static str, path: &std::path::Path, error: &std::io::Error) -> Self {
        let path = visible(&path.display().to_string()).into_owned();
        Self::File(FileError { verb, path, reason: error.to_string() })
    }

    fn inner(&self) -> Option<&dyn Diagnostic> {
        match self {
            Self::Input { refusal, .. } => Some(refusal),
            Self::Report { error, .. } => Some(error),
            Self::Config(errors) => Some(errors),
            Self::UsageFile(errors) => Some(&**errors),
            Self::Environment(error) => Some(error),
            Self::Policies(error) => Some(error),
            Self::Prices(bad) => Some(bad),
            Self::Update(error) => Some(error),
            Self::Terraform(error) => Some(error),
            Self::Import(error) => Some(error),
            Self::Forge { error, .. } => Some(error),
            Self::File(_) | Self::Usage { .. } => None,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Input { name, refusal } => write!(f, "{}: {refusal}", visible(name)),
            Self::Report { name, error } => write!(f, "{}: {error}", visible(name)),
            Self::File(FileError { verb, path, reason }) => {
                write!(f, "cannot {verb} `{path}`: {reason}")
            }
            Self::Config(errors) => errors.fmt(f),
            Self::UsageFile(errors) => errors.fmt(f),
            Self::Environment(error) => error.fmt(f),
            Self::Policies(error) => error.fmt(f),
            Self::Prices(bad) => bad.fmt(f),
            Self::Update(error) => error.fmt(f),
            Self::Terraform(error) => error.fmt(f),
            Self::Import(error) => error.fmt(f),
            Self::Forge { to, error } if to.is_empty() => error.fmt(f),
            Self::Forge { to, error } => write!(f, "not posted to {to}: {error}"),
            Self::Usage { message, .. } => f.write_str(message),
        }
    }
}

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl std::error::Error for Failure {}

impl Diagnostic for Failure {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        match self {
            Self::File(_) => Some(Box::new("tfgate::file")),
            Self::Usage { .. } => Some(Box::new("tfgate::usage")),
            Self::Input { .. }
            | Self::Report { .. }
            | Self::Config(_)
            | Self::UsageFile(_)
            | Self::Environment(_)
            | Self::Policies(_)
            | Self::Prices(_)
            | Self::Update(_)
            | Self::Terraform(_)
            | Self::Import(_)
            | Self::Forge { .. } => self.inner()?.code(),
        }
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        match self {
            Self::Usage { help, .. } => Some(Box::new(help)),
            Self::File(_) => None,
            Self::Input { .. }
            | Self::Report { .. }
            | Self::Config(_)
            | Self::UsageFile(_)
            | Self::Environment(_)
            | Self::Policies(_)
            | Self::Prices(_)
            | Self::Update(_)
            | Self::Terraform(_)
            | Self::Import(_)
            | Self::Forge { .. } => self.inner()?.help(),
        }
    }

    fn source_code(&self) -> Option<&dyn miette::SourceCode> {
        self.inner()?.source_code()
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = miette::LabeledSpan> + '_>> {
        self.inner()?.labels()
    }

    fn related<'a>(&'a self) -> Option<Box<dyn Iterator<Item = &'a dyn Diagnostic> + 'a>> {
        self.inner()?.related()
    }
}

impl From<&Failure> for ErrorReport {
    fn from(failure: &Failure) -> Self {
        let text = |part: Option<Box<dyn fmt::Display + '_>>| part.map(|part| part.to_string());
        Self {
            code: text(failure.code()).unwrap_or_else(|| "tfgate::error".to_owned()),
            message: visible(&failure.to_string()).into_owned(),
            help: visible_lines(&text(failure.help()).unwrap_or_default()).into_owned(),
        }
    }
}

impl From<ConfigErrors> for Failure {
    fn from(errors: ConfigErrors) -> Self {
        Self::Config(errors)
    }
}

impl From<UsageErrors> for Failure {
    fn from(errors: UsageErrors) -> Self {
        Self::UsageFile(Box::new(errors))
    }
}

impl From<ChooseError> for Failure {
    fn from(error: ChooseError) -> Self {
        Self::Environment(error)
    }
}

impl From<TerraformError> for Failure {
    fn from(error: TerraformError) -> Self {
        Self::Terraform(error)
    }
}

impl From<ImportError> for Failure {
    fn from(error: ImportError) -> Self {
        Self::Import(error)
    }
}

impl From<CatalogueError> for Failure {
    fn from(error: CatalogueError) -> Self {
        Self::Policies(error)
    }
}

impl From<PolicyErrors> for Failure {
    fn from(errors: PolicyErrors) -> Self {
        Self::Policies(CatalogueError::Policies(errors))
    }
}
