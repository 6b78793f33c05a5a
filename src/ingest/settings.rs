//! What the configuration can say to the ingest gate.

/// The `ingest` block of an environment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Scanners without whose result nothing is judged, by the name that rule ids begin with.
    pub required: Vec<String>,
    /// What a suppression in the scanned sources is worth.
    pub suppressions: Suppressions,
}

/// What a suppression in the scanned sources is worth. Whoever writes the change can write
/// one, so it is worth what a flag is, unless the reviewed configuration says otherwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Suppressions {
    /// It lifts whatever it covers.
    Honour,
    /// It lifts what can be overridden, and nothing that is mandatory.
    #[default]
    Overridable,
    /// It lifts nothing.
    Ignore,
}

impl Suppressions {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Honour, Self::Overridable, Self::Ignore];

    /// The word used in the configuration.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Honour => "honour",
            Self::Overridable => "overridable",
            Self::Ignore => "ignore",
        }
    }
}
