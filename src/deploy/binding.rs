//! `--judged`: the plan must be the one that a report judged, and the report must have passed.
//!
//! This only ever adds a condition. The plan is judged again all the same, by what is in force
//! here: a report is a file that somebody could have written, so it lifts nothing.

use super::error::DeployError;
use super::outcome::Identity;
use super::stage::{Deployment, Flow, Stage};
use crate::finding::Verdict;
use crate::report::Report;

/// Compares the plan with the report.
pub struct Binding;

impl Stage for Binding {
    fn name(&self) -> &'static str {
        "binding"
    }

    fn run(&self, deployment: &mut Deployment<'_>) -> Result<Flow, DeployError> {
        if let Some(report) = &deployment.request.judged {
            let identity = deployment.plan()?.identity()?;
            compare(report, &identity, deployment.is_of_file())?;
        }
        Ok(Flow::Next)
    }
}

/// A plan that was made anew is another file that does the same; one that was brought along
/// must be the very file.
fn compare(report: &Report, plan: &Identity, is_of_file: bool) -> Result<(), DeployError> {
    if report.verdict != Verdict::Passed {
        return Err(DeployError::JudgedOtherwise { verdict: report.verdict.headline() });
    }
    let does_the_same = |of: &&crate::report::PlanReport| {
        of.fingerprint.as_deref() == Some(plan.fingerprint.as_str())
    };
    let is_the_file = |of: &&crate::report::PlanReport| {
        of.file_sha256.as_deref() == Some(plan.file_sha256.as_str())
    };
    let plans = || report.plans.iter();
    if plans().any(|of| does_the_same(&of) && (!is_of_file || is_the_file(&of))) {
        return Ok(());
    }
    let stated = plans().any(|of| of.fingerprint.is_some() && of.file_sha256.is_some());
    let what = match (plans().any(|of| does_the_same(&of)), plans().any(|of| is_the_file(&of))) {
        _ if !stated => "the report holds no digest of a plan",
        (true, _) => "it does the same, and is another file (`file_sha256` differs)",
        (false, true) => {
            "it is the same file, and reads otherwise (`fingerprint` differs): by another version of Terraform, a provider or tfgate"
        }
        (false, false) if is_of_file => {
            "it does something else (`file_sha256` and `fingerprint` differ)"
        }
        (false, false) => "it does something else (`fingerprint` differs)",
    };
    Err(DeployError::OtherPlan { what })
}

#[cfg(test)]
mod tests {
    use super::{DeployError, Identity, Report, compare};

    fn report(verdict: &str, file: &str, fingerprint: &str) -> Report {
        let code = u8::from(verdict != "passed");
        let text = format!(
            r#"{{"schema_version":1,"tool":{{"name":"tfgate","version":"0"}},"verdict":"{verdict}","exit_code":{code},"configuration":null,"plans":[{{"name":"p","source":"p","directory":null,"fingerprint":{fingerprint},"terraform_version":null,"complete":null,"file_sha256":{file},"environment":null,"profile":"standard","base":null,"verdict":"{verdict}","summary":{{"create":0,"update":0,"replace":0,"delete":0,"forget":0,"import":0,"move":0,"read":0,"no_op":0,"other":0}},"gates":[],"changes":[],"cost":null,"error":null}}],"findings":[],"rules":{{}},"waivers":[],"overrides":[],"error":null}}"#
        );
        serde_json::from_str(&text).unwrap()
    }

    #[test]
    fn file_and_fingerprint_decide_and_which_one_is_said() {
        let plan = Identity { file_sha256: "f".into(), fingerprint: "p".into() };
        let said = |file: &str, print: &str, of_file: bool| match compare(
            &report("passed", file, print),
            &plan,
            of_file,
        ) {
            Ok(()) => String::new(),
            Err(DeployError::OtherPlan { what }) => what.to_owned(),
            Err(error) => panic!("{error}"),
        };
        assert_eq!(said(r#""f""#, r#""p""#, true), "");
        assert_eq!(said(r#""other""#, r#""p""#, false), "");
        assert!(said(r#""other""#, r#""p""#, true).contains("another file"));
        assert!(said(r#""f""#, r#""other""#, true).contains("reads otherwise"));
        assert!(said(r#""other""#, r#""other""#, true).contains("`file_sha256` and"));
        assert!(said(r#""f2""#, r#""other""#, false).contains("something else"));
        assert!(said("null", "null", true).contains("no digest"));
        assert!(said("null", "null", false).contains("no digest"));
    }

    #[test]
    fn a_report_that_did_not_pass_binds_nothing() {
        let plan = Identity { file_sha256: "f".into(), fingerprint: "p".into() };
        let denied = report("denied", r#""f""#, r#""p""#);
        let error = compare(&denied, &plan, true).unwrap_err();
        assert!(matches!(error, DeployError::JudgedOtherwise { verdict: "DENIED" }));
    }
}
