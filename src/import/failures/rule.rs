//! How errors say that something exists already, as data.

use super::Meaning;
use crate::import::recipes::Recipe;
use crate::plan::{Address, Identifier};
use crate::table;

const TABLE: &str = include_str!("../recipes/already-exists.csv");

/// A row of the table.
pub(super) struct Rule {
    pub(super) code: &'static str,
    types: &'static str,
    says: &'static str,
    pub(super) meaning: Meaning,
    id: &'static str,
    pub(super) note: &'static str,
}

/// An error that was recognised, and the id that its message holds.
pub(super) struct Recognised<'r> {
    pub(super) rule: &'r Rule,
    pub(super) id: Option<Identifier>,
}

/// Every row.
pub(super) fn rules() -> Vec<Rule> {
    let rule = |[code, types, says, meaning, id, note]: [&'static str; 6]| {
        let meaning = Meaning::parse(meaning).expect("a test reads every row");
        Rule { code, types, says, meaning, id, note }
    };
    table::rows(TABLE).map(rule).collect()
}

/// What a message tells, by the rule that says the most about it.
pub(super) fn recognise<'r>(
    rules: &'r [Rule],
    address: &Address,
    message: &str,
) -> Option<Recognised<'r>> {
    let message: Vec<_> = message.split_whitespace().collect();
    let message = message.join(" ");
    let lower = message.to_lowercase();
    let fitting = rules.iter().filter_map(|rule| {
        let precision = rule.covers(&address.resource_type)?;
        let fits = rule.has_code(&message) && rule.is_said(&lower);
        fits.then_some(((precision, !rule.code.is_empty(), rule.meaning), rule))
    });
    let (_, rule) = fitting.max_by_key(|(rank, _)| *rank)?;
    // Only for types that are known at all: others say "already exists" about anything.
    let known = rule.types != "*" || Recipe::of(&address.resource_type).is_some();
    known.then(|| Recognised { rule, id: rule.id_in(&message) })
}

impl Rule {
    /// How precisely it names the type: 2 by name, 1 by its beginning, 0 any.
    fn covers(&self, resource_type: &str) -> Option<u8> {
        let precision = self.types.split(';').filter_map(|name| match name.strip_suffix('*') {
            Some("") => Some(0),
            Some(start) => resource_type.starts_with(start).then_some(1),
            None => (name == resource_type).then_some(2),
        });
        precision.max()
    }

    /// Whether the code stands in the message as a word of its own.
    fn has_code(&self, message: &str) -> bool {
        let word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        self.code.is_empty()
            || message.match_indices(self.code).any(|(at, code)| {
                let after = message[at + code.len()..].chars().next();
                !word(message[..at].chars().next_back()) && !word(after)
            })
    }

    /// Whether the message, in lower case, says one of the things that it has to say.
    fn is_said(&self, lower: &str) -> bool {
        self.says.split('|').any(|phrase| {
            let mut rest = Some(lower);
            for part in phrase.split('*') {
                rest = rest.and_then(|rest| rest.split_once(part)).map(|(_, after)| after);
            }
            rest.is_some()
        })
    }

    /// The id, where the message holds one that an id can be.
    fn id_in(&self, message: &str) -> Option<Identifier> {
        let pattern = self.id.replace('`', "\"");
        let (before, after) = pattern.split_once("{id}")?;
        let (_, rest) = message.split_once(before)?;
        let id = match after {
            "" => rest.split(|c: char| c.is_whitespace() || ",;)".contains(c)).next()?,
            after => rest.split_once(after)?.0,
        };
        let id = id.trim_end_matches('.');
        let plain = !id.is_empty() && id.len() <= 2_048 && !id.contains(['"', '\'', ' ']);
        plain.then(|| Identifier::parse(id).ok()).flatten()
    }
}

impl Meaning {
    fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "same" => Self::Same,
            "other" => Self::Other,
            "deleting" => Self::Deleting,
            "foreign" => Self::Foreign,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Meaning, Recognised, Rule, TABLE, recognise, rules};
    use crate::import::recipes::Recipe;
    use crate::plan::Address;
    use crate::table;

    fn read(resource_type: &str, message: &str) -> Option<(&'static str, Meaning, String)> {
        let address = Address::parse(&format!("{resource_type}.x")).unwrap();
        let rules = rules();
        let Recognised { rule, id } = recognise(&rules, &address, message)?;
        let id = id.map(|id| id.expose().to_owned()).unwrap_or_default();
        Some((rule.code, rule.meaning, id))
    }

    type Example = (&'static str, &'static str, &'static str, Meaning, &'static str);

    /// Messages in the shapes that the providers give to errors of the services: type,
    /// message, then what is read from it.
    const MESSAGES: &[Example] = &[
        (
            "aws_iam_role",
            "creating IAM Role (x): operation error IAM: CreateRole, https response error StatusCode: 409, RequestID: 1, EntityAlreadyExists: Role with name x already exists.",
            "EntityAlreadyExists",
            Meaning::Same,
            "",
        ),
        (
            "aws_s3_bucket",
            "creating S3 Bucket (x): BucketAlreadyExists: The requested bucket name is not available.",
            "BucketAlreadyExists",
            Meaning::Foreign,
            "",
        ),
        (
            "aws_s3_bucket",
            "creating S3 Bucket (x): BucketAlreadyOwnedByYou: Your previous request",
            "BucketAlreadyOwnedByYou",
            Meaning::Same,
            "",
        ),
        (
            "aws_cloudfront_distribution",
            "CNAMEAlreadyExists: One or more of the CNAMEs",
            "CNAMEAlreadyExists",
            Meaning::Foreign,
            "",
        ),
        (
            "aws_lambda_function",
            "api error ResourceConflictException: Function already exist: resize",
            "ResourceConflictException",
            Meaning::Same,
            "",
        ),
        (
            "aws_lambda_event_source_mapping",
            "ResourceConflictException: An event source mapping with event source arn and function already exists. Please update or delete the existing mapping with UUID 91eaeb7e-c976-1234-9451-8709db01f137",
            "ResourceConflictException",
            Meaning::Same,
            "91eaeb7e-c976-1234-9451-8709db01f137",
        ),
        (
            "aws_efs_file_system",
            "FileSystemAlreadyExists: File system 'fs-01234567' already exists with creation token 'x'",
            "FileSystemAlreadyExists",
            Meaning::Same,
            "fs-01234567",
        ),
        (
            "aws_sfn_state_machine",
            "StateMachineAlreadyExists: State Machine Already Exists: 'arn:aws:states:eu-west-1:123456789012:stateMachine:x'",
            "StateMachineAlreadyExists",
            Meaning::Same,
            "arn:aws:states:eu-west-1:123456789012:stateMachine:x",
        ),
        (
            "aws_secretsmanager_secret",
            "InvalidRequestException: You can't create this secret because a secret with this name is already scheduled for deletion.",
            "InvalidRequestException",
            Meaning::Deleting,
            "",
        ),
        (
            "aws_subnet",
            "InvalidSubnet.Conflict: The CIDR '10.0.1.0/24' conflicts with another subnet",
            "InvalidSubnet.Conflict",
            Meaning::Other,
            "",
        ),
        ("aws_lb", "ELBv2 Load Balancer (web) already exists", "", Meaning::Same, ""),
        ("aws_pinpoint_app", "ThingExists: the thing already exists", "", Meaning::Other, ""),
        (
            "azurerm_resource_group",
            "A resource with the ID \"/subscriptions/1/resourceGroups/g\" already exists - to be managed via Terraform this resource needs to be imported into the State. Please see the resource documentation for \"azurerm_resource_group\" for more information.",
            "",
            Meaning::Same,
            "/subscriptions/1/resourceGroups/g",
        ),
        (
            "google_pubsub_topic",
            "Error creating Topic: googleapi: Error 409: Resource already exists in the project (resource=t).",
            "409",
            Meaning::Same,
            "",
        ),
        (
            "google_compute_network",
            "googleapi: Error 409: The resource 'projects/p/global/networks/n' already exists, alreadyExists",
            "409",
            Meaning::Same,
            "projects/p/global/networks/n",
        ),
        (
            "google_storage_bucket",
            "googleapi: Error 409: The requested bucket name is not available., conflict",
            "409",
            Meaning::Foreign,
            "",
        ),
        ("kubernetes_namespace", "namespaces \"x\" already exists", "", Meaning::Same, ""),
        ("helm_release", "cannot re-use a name that is still in use", "", Meaning::Same, ""),
    ];

    #[test]
    fn collisions_are_recognised() {
        for (resource_type, message, code, meaning, id) in MESSAGES {
            let found = read(resource_type, message);
            assert_eq!(
                found,
                Some((*code, *meaning, (*id).to_owned())),
                "{resource_type}: {message}"
            );
        }
    }

    #[test]
    fn other_errors_are_not() {
        for (resource_type, message) in [
            (
                "aws_lambda_function",
                "ResourceConflictException: The operation cannot be performed at this time. An update is in progress",
            ),
            ("aws_iam_role", "AccessDenied: not authorized to perform: iam:CreateRole"),
            (
                "aws_dynamodb_table",
                "ResourceInUseException: Attempt to change a resource which is still in use",
            ),
            ("aws_s3_bucket", "NotBucketAlreadyExistsButLonger: no"),
            (
                "google_sql_database_instance",
                "Error 409: operation in progress, operationInProgress",
            ),
            ("terraform_data", "it already exists"),
        ] {
            assert_eq!(read(resource_type, message), None, "{resource_type}: {message}");
        }
    }

    #[test]
    fn hostile_ids_in_messages_are_left_out() {
        for id in ["fs-\u{202e}1", "a b", "x\"y", ""] {
            let message = format!("FileSystemAlreadyExists: File system '{id}' already exists");
            let found = read("aws_efs_file_system", &message);
            let expected = Some(("FileSystemAlreadyExists", Meaning::Same, String::new()));
            assert_eq!(found, expected, "{id:?}");
        }
    }

    #[test]
    fn every_row_is_whole() {
        let rows: Vec<_> = table::rows::<6>(TABLE).collect();
        assert!(rows.len() > 120, "{}", rows.len());
        assert!(rows.is_sorted(), "sorted");
        for [code, types, says, meaning, id, note] in rows {
            assert!(Meaning::parse(meaning).is_some(), "{code}: {meaning}");
            assert!(!code.is_empty() || !says.is_empty(), "{types}: what tells it from others?");
            assert_eq!(says, says.to_lowercase(), "{code}");
            assert!(id.is_empty() || id.contains("{id}"), "{code}: {id}");
            assert!(meaning == "same" || !note.is_empty(), "{code}: what is to be looked at?");
            for name in types.split(';').filter(|name| !name.ends_with('*')) {
                let foreign = name == "helm_release" || name == "cloudflare_record";
                assert!(foreign || Recipe::of(name).is_some(), "{code}: {name}");
            }
        }
        let Rule { code, .. } = rules().swap_remove(0);
        assert_eq!(code, "");
    }
}
