//! `tfgate prices` through the binary: layers and negotiated rates, what a resource costs, and
//! updates over real sockets, from a server on loopback that can be as bad as the network.

use std::collections::{BTreeMap, VecDeque};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::sync::{Arc, Mutex};

use assert_cmd::Command;
use tempfile::TempDir;

/// What a run printed.
struct Run {
    code: i32,
    out: String,
    err: String,
}

/// A directory, in which the binary is run.
struct Place(TempDir);

impl Place {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    fn write(&self, file: &str, text: &str) {
        let path = self.0.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.0.path().join(file)).unwrap_or_default()
    }

    fn run(&self, args: &[&str]) -> Run {
        let mut command = Command::cargo_bin("tfgate").unwrap();
        command.current_dir(self.0.path()).args(args).env("LC_ALL", "C.UTF-8");
        command.env("XDG_CACHE_HOME", self.0.path().join("cache"));
        for name in ["TFGATE_ENV", "TFGATE_CONFIG", "HTTP_PROXY", "http_proxy", "ALL_PROXY"] {
            command.env_remove(name);
        }
        let output = command.output().unwrap();
        Run {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// Shows an m5.large with its root volume.
    fn show(&self, region: &str, more: &[&str]) -> Run {
        let args = ["prices", "show", "aws_instance", "instance_type=m5.large", "--region", region];
        self.run(&[&args, more].concat())
    }

    /// Updates EC2 in eu-central-1, into `prices`.
    fn update(&self, from: &str) -> Run {
        let args = ["prices", "update", "--provider", "aws", "--region", "eu-central-1"];
        self.run(&[&args[..], &["--service", "ec2", "--to", "prices", "--from", from]].concat())
    }
}

fn fixture(name: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::read_to_string(root.join("fixtures/prices").join(name)).unwrap()
}

/// How the server answers one request.
#[derive(Clone)]
enum Answer {
    /// The body, or the part of it that is asked for.
    Whole,
    /// The same, and the connection breaks after so many bytes.
    Broken(usize),
    /// Fewer bytes than announced, and a proper end.
    Short(usize),
    /// A status without a body.
    Status(&'static str),
    /// Another place.
    Redirect(String),
}

/// What a path gives: a script, of which the last answer is repeated, and a body.
type Routes = BTreeMap<String, (VecDeque<Answer>, String)>;

/// A server on loopback, until the test ends.
struct Server {
    base: String,
    /// Path, and the range that was asked for.
    log: Arc<Mutex<Vec<(String, String)>>>,
}

impl Server {
    fn new(routes: &[(&str, &[Answer], String)]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let routes: Routes = routes
            .iter()
            .map(|(path, answers, body)| {
                ((*path).to_owned(), (answers.iter().cloned().collect(), body.clone()))
            })
            .collect();
        let log = Arc::new(Mutex::new(Vec::new()));
        let (routes, seen) = (Arc::new(Mutex::new(routes)), Arc::clone(&log));
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let (routes, seen) = (Arc::clone(&routes), Arc::clone(&seen));
                std::thread::spawn(move || answer(stream.unwrap(), &routes, &seen));
            }
        });
        Self { base, log }
    }

    /// The price list in the vendor's layout, with the offer file of EC2 behind `answers`.
    fn aws(answers: &[Answer], body: String) -> Self {
        let index = r#"{"formatVersion":"v1.0","publicationDate":"2026-11-20T21:11:34Z","offers":{"AmazonEC2":{
            "offerCode":"AmazonEC2","currentVersionUrl":"/offers/v1.0/aws/AmazonEC2/current/index.json",
            "currentRegionIndexUrl":"/offers/v1.0/aws/AmazonEC2/current/region_index.json"}}}"#;
        let regions = r#"{"formatVersion":"v1.0","publicationDate":"2026-11-20T21:11:34Z","regions":{"eu-central-1":{
            "regionCode":"eu-central-1","currentVersionUrl":"/offers/v1.0/aws/AmazonEC2/20261120211134/eu-central-1/index.json"}}}"#;
        Self::new(&[
            ("/offers/v1.0/aws/index.json", &[Answer::Whole], index.to_owned()),
            (
                "/offers/v1.0/aws/AmazonEC2/current/region_index.json",
                &[Answer::Whole],
                regions.to_owned(),
            ),
            (FILE, answers, body.clone()),
            ("/elsewhere/index.csv", &[Answer::Whole], body),
        ])
    }

    /// The ranges that were asked for of the offer file.
    fn ranges(&self) -> Vec<String> {
        let log = self.log.lock().unwrap();
        log.iter().filter(|(path, _)| path == FILE).map(|(_, range)| range.clone()).collect()
    }
}

const FILE: &str = "/offers/v1.0/aws/AmazonEC2/20261120211134/eu-central-1/index.csv";

fn answer(stream: TcpStream, routes: &Mutex<Routes>, log: &Mutex<Vec<(String, String)>>) {
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    reader.read_line(&mut line).unwrap();
    let path = line.split(' ').nth(1).unwrap_or_default().to_owned();
    let mut range = String::new();
    loop {
        let mut header = String::new();
        reader.read_line(&mut header).unwrap();
        if header.trim().is_empty() {
            break;
        }
        if let Some(value) = header.to_lowercase().strip_prefix("range:") {
            value.trim().clone_into(&mut range);
        }
    }
    log.lock().unwrap().push((path.clone(), range.clone()));
    let (answer, body) = match routes.lock().unwrap().get_mut(&path) {
        None => (Answer::Status("404 Not Found"), String::new()),
        Some((script, body)) => {
            let next = if script.len() > 1 { script.pop_front() } else { script.front().cloned() };
            (next.unwrap(), body.clone())
        }
    };
    let mut stream = reader.into_inner();
    let start: usize = range
        .strip_prefix("bytes=")
        .and_then(|range| range.strip_suffix('-'))
        .map_or(0, |start| start.parse().unwrap());
    let total = body.len();
    let head = if range.is_empty() {
        "HTTP/1.1 200 OK\r\n".to_owned()
    } else if start >= total {
        "HTTP/1.1 416 Range Not Satisfiable\r\nContent-Range: bytes */".to_owned()
            + &format!("{total}\r\nContent-Length: 0\r\n\r\n")
    } else {
        format!(
            "HTTP/1.1 206 Partial Content\r\nContent-Range: bytes {start}-{}/{total}\r\n",
            total - 1
        )
    };
    if head.ends_with("\r\n\r\n") {
        return drop(stream.write_all(head.as_bytes()));
    }
    let rest = &body.as_bytes()[start..];
    let length = rest.len();
    let head =
        format!("{head}ETag: \"v1\"\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n");
    let sent: Vec<u8> = match answer {
        Answer::Whole => [head.as_bytes(), rest].concat(),
        Answer::Broken(count) | Answer::Short(count) => {
            [head.as_bytes(), &rest[..count.min(length)]].concat()
        }
        Answer::Status(status) => format!(
            "HTTP/1.1 {status}\r\nRetry-After: 0\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        )
        .into(),
        Answer::Redirect(ref to) => format!(
            "HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
        )
        .into(),
    };
    // A client that has gone away is part of some tests.
    let _ = stream.write_all(&sent);
    if matches!(answer, Answer::Broken(_)) {
        let _ = stream.shutdown(std::net::Shutdown::Both);
    }
}

/// Prices of eu-central-1 that were worked out by hand from the fixture.
const EC2: &str = "# source: AWS price list, AmazonEC2\n# date: 2026-11-20\nsku,unit,usd\n\
    m5.large,hours,0.115\nm5.metal,hours,5.52\nt3.micro,hours,0.012\n";

#[test]
fn a_region_is_priced_after_an_update_over_the_network() {
    let place = Place::new();
    let run = place.show("eu-central-1", &[]);
    assert_eq!(run.code, 2, "{}", run.out);
    let next = "next      tfgate prices update --provider aws --region eu-central-1\n";
    assert!(run.out.contains(next), "{}", run.out);
    let server = Server::aws(&[Answer::Whole], fixture("aws-ec2.csv"));
    let args = ["prices", "update", "--provider", "aws", "--region", "eu-central-1", "--service"];
    let run = place.run(&[&args[..], &["ec2", "--from", &server.base]].concat());
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(
        run.out,
        "wrote .tfgate/prices/aws-eu-central-1-ec2.csv: 3 prices of 2026-11-20\n\
         wrote .tfgate/prices/aws-eu-central-1-services.ec2.csv: 7 prices of 2026-11-20\n"
    );
    assert!(run.err.contains("1 price in eu-central-1 left out: ec2:x9.large costs both 1 and 2"));
    assert_eq!(place.read(".tfgate/prices/aws-eu-central-1-ec2.csv"), EC2);
    // 730 × 0.115 = 83.95, 8 × 0.0952 = 0.7616
    let run = place.show("eu-central-1", &["root_block_device.volume_type=gp3"]);
    assert_eq!(run.code, 0, "{}", run.out);
    assert!(run.out.contains("total  $84.71 a month"), "{}", run.out);
    assert!(run.out.contains("2026-11-20, AWS price list, AmazonEC2"), "{}", run.out);
}

#[test]
fn what_the_network_does_wrong_is_made_good() {
    let body = fixture("aws-ec2.csv");
    let base = Server::aws(&[Answer::Whole], body.clone()).base;
    for (answers, ranges) in [
        (vec![Answer::Broken(4000), Answer::Whole], vec!["", "bytes=4000-"]),
        (
            vec![Answer::Short(100), Answer::Broken(200), Answer::Whole],
            vec!["", "bytes=100-", "bytes=300-"],
        ),
        (vec![Answer::Status("503 Service Unavailable"), Answer::Whole], vec!["", ""]),
        (vec![Answer::Status("429 Too Many Requests"), Answer::Whole], vec!["", ""]),
        (vec![Answer::Redirect(format!("{base}/elsewhere/index.csv"))], vec![""]),
    ] {
        let server = Server::aws(&answers, body.clone());
        let place = Place::new();
        let run = place.update(&server.base);
        assert_eq!(run.code, 0, "{}", run.err);
        assert_eq!(place.read("prices/aws-eu-central-1-ec2.csv"), EC2);
        assert_eq!(server.ranges(), ranges);
    }
}

#[test]
fn a_download_that_was_given_up_goes_on_in_the_next_run() {
    let place = Place::new();
    let answers = [Answer::Broken(5000), Answer::Status("403 Forbidden"), Answer::Whole];
    let server = Server::aws(&answers, fixture("aws-ec2.csv"));
    let run = place.update(&server.base);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("the server says 403 Forbidden"), "{}", run.err);
    assert_eq!(place.update(&server.base).code, 0);
    assert_eq!(server.ranges(), ["", "bytes=5000-", "bytes=5000-"]);
    assert_eq!(place.read("prices/aws-eu-central-1-ec2.csv"), EC2);
}

#[test]
fn a_failed_update_leaves_what_is_there() {
    let known = "# source: x\n# date: 2026-01-01\nsku,unit,usd\nm5.large,hours,0.2\n";
    let cut = &fixture("aws-ec2.csv")[..3000];
    for (answers, body, said) in [
        (Answer::Status("404 Not Found"), String::new(), "404 Not Found"),
        (Answer::Whole, cut.to_owned(), "the file is cut off"),
        (Answer::Whole, fixture("aws-ec2-other-currency.csv"), "the price is in CNY"),
        (Answer::Whole, fixture("aws-ec2-other-region.csv"), "there is no price for eu-central-1"),
    ] {
        let server = Server::aws(&[answers], body);
        let place = Place::new();
        place.write("prices/aws-eu-central-1-ec2.csv", known);
        let run = place.update(&server.base);
        assert_eq!((run.code, &*run.out), (2, ""), "{}", run.err);
        let flat = run.err.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(said), "{}", run.err);
        assert_eq!(place.read("prices/aws-eu-central-1-ec2.csv"), known);
        assert_eq!(fs::read_dir(place.0.path().join("prices")).unwrap().count(), 1);
    }
}

#[test]
fn pages_are_followed_and_stay_on_the_mirror() {
    let first = "/api/retail/prices?$filter=serviceName%20eq%20%27Virtual%20Machines%27%20and%20armRegionName%20eq%20%27westeurope%27%20and%20priceType%20eq%20%27Consumption%27";
    let second = "/api/retail/prices?$filter=x&$skip=1000";
    let server = Server::new(&[
        (
            first,
            &[Answer::Status("503 Service Unavailable"), Answer::Whole],
            fixture("azure-page-1.json"),
        ),
        (second, &[Answer::Whole], fixture("azure-page-2.json")),
    ]);
    let place = Place::new();
    let args = ["prices", "update", "--provider", "azure", "--region", "westeurope"];
    let more = ["--service", "vm", "--to", "prices", "--from", &server.base];
    let run = place.run(&[&args[..], &more].concat());
    assert_eq!(run.code, 0, "{}", run.err);
    let text = place.read("prices/azure-westeurope-vm.csv");
    let rows: Vec<&str> = text.lines().skip(2).collect();
    assert_eq!(
        rows,
        [
            "sku,unit,usd",
            "standard_d2_v3,hours,0.12",
            "standard_d4_v3,hours,0.24",
            "windows/standard_d2_v3,hours,0.212"
        ]
    );
}

const RATES: &str = "# source: contract 4711\n# date: 2026-10-01\n\
    provider,region,service,sku,unit,usd\naws,us-east-1,ec2,m5.large,hours,0.07\n";

#[test]
fn negotiated_rates_win_and_say_whose_they_are() {
    let place = Place::new();
    place.write("rates/ours.csv", RATES);
    // 730 × 0.07 = 51.10, 8 × 0.10 = 0.80
    let run = place.show("us-east-1", &["--prices", "rates/ours.csv"]);
    assert!(run.out.contains("$51.10  2026-10-01, contract 4711"), "{}", run.out);
    assert!(run.out.contains("total  $51.90 a month"), "{}", run.out);
    // By the configuration, and nearer ones from the command line.
    place.write(".tfgate.hcl", "cost {\n  prices = [\"rates\"]\n}\n");
    assert!(place.show("us-east-1", &[]).out.contains("total  $51.90 a month"));
    place.write("nearer.csv", &RATES.replace("0.07", "0.05"));
    let run = place.show("us-east-1", &["--prices", "nearer.csv", "-o", "json"]);
    let json: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    assert_eq!(json["monthly"], "37.30");
    assert_eq!(json["components"][0]["price_source"], "contract 4711");
    assert_eq!(json["components"][1]["price_date"], "2026-05-01");
    let info = place.run(&["prices", "info"]).out;
    assert!(info.contains("rates\n  aws      us-east-1      ec2"), "{info}");
}

/// One instance in a region without prices.
const PLAN: &str = r#"{"format_version":"1.2","terraform_version":"1.9.0","resource_changes":[
        {"address":"aws_instance.a","type":"aws_instance","mode":"managed","change":{"actions":["create"],"before":null,
         "after":{"region":"eu-central-1","instance_type":"m5.large"},"before_sensitive":false,"after_sensitive":false}}]}"#;

#[test]
fn a_plan_is_judged_with_the_prices_in_force() {
    let place = Place::new();
    place.write("plan.json", PLAN);
    let check = ["check", "plan.json", "--gate", "cost"];
    let run = place.run(&check);
    let flat = run.out.split_whitespace().collect::<Vec<_>>().join(" ");
    let next = "prices tfgate prices update --provider aws --region eu-central-1";
    assert!(flat.contains(next), "{}", run.out);
    let rates =
        "aws,eu-central-1,ec2,m5.large,hours,0.1\naws,eu-central-1,services,ebs/gp2,GB,0.1\n";
    let head = RATES.split("aws,").next().unwrap();
    place.write(".tfgate/prices/ours.csv", &format!("{head}{rates}"));
    // 730 × 0.1 + 8 × 0.1 = 73.80
    let run = place.run(&check);
    assert!(run.out.contains("$0.00 → $73.80 a month"), "{}", run.out);
    let json = place.run(&[&check[..], &["-o", "json"]].concat()).out;
    let report: serde_json::Value = serde_json::from_str(&json).unwrap();
    let component = &report["plans"][0]["cost"]["resources"][0]["components"][0];
    assert_eq!(component["price_date"], "2026-10-01");
    assert_eq!(component["price_source"], "contract 4711");
    // What is wrong with a price file keeps the plan from being judged.
    place.write(".tfgate/prices/ours.csv", &format!("{head}{}", rates.replace("GB,0.1", "TB,0.1")));
    let run = place.run(&check);
    assert_eq!(run.code, 2, "{}", run.out);
    assert!(run.err.contains("`ebs/gp2` is priced by `GB`, not by `TB`"), "{}", run.err);
    assert!(run.err.contains("ours.csv:5"), "{}", run.err);
}

/// Cheaper prices let more pass, so a change does not bring its own.
#[test]
fn a_change_is_judged_with_the_prices_of_its_base() {
    let rates = |usd: &str| {
        let head = RATES.split("aws,").next().unwrap();
        format!(
            "{head}aws,eu-central-1,ec2,m5.large,hours,{usd}\naws,eu-central-1,services,ebs/gp2,GB,0.1\n"
        )
    };
    let (place, base) = (Place::new(), Place::new());
    place.write(".git/HEAD", "");
    place.write("plan.json", PLAN);
    place.write(".tfgate/prices/ours.csv", &rates("0.01"));
    let run = place.run(&["check", "plan.json", "--gate", "cost"]);
    assert!(run.out.contains("$0.00 → $8.10 a month"), "{}", run.out);
    let before = base.0.path().to_string_lossy().into_owned();
    let check = ["check", "plan.json", "--gate", "cost", "--base", &before];
    // Without prices in the base there are none, whatever the change adds.
    assert!(place.run(&check).out.contains("priced 0 of 1"));
    base.write(".tfgate/prices/ours.csv", &rates("0.1"));
    let run = place.run(&check);
    assert!(run.out.contains("$0.00 → $73.80 a month"), "{}", run.out);
    // A file of the change that is named has to be in the base too.
    let run = place.run(&[&check[..], &["--prices", "mine.csv"]].concat());
    assert!(run.code == 2 && run.err.contains("`mine.csv` is not in the base"), "{}", run.err);
}

#[test]
fn wrong_arguments_say_what_is_right() {
    let place = Place::new();
    for (args, said) in [
        (&["prices", "show", "aws_instanc"][..], "did you mean `aws_instance`?"),
        (&["prices", "show", "aws_iam_role"], "costs nothing by itself"),
        (&["prices", "show", "aws_eip", "x"], "is not ATTRIBUTE=VALUE"),
        (&["prices", "show", "aws_eip", "-o", "xml"], "there is no output format `xml`"),
        (&["prices", "info", "--prices", "nothing.csv"], "cannot read `nothing.csv`"),
        (
            &["prices", "update", "--provider", "google", "--region", "europe-west1"],
            "no public price files of `google`",
        ),
        (
            &["prices", "update", "--provider", "aws", "--region", "EU (Frankfurt)"],
            "`EU (Frankfurt)` is no region",
        ),
        (
            &["prices", "update", "--provider", "aws", "--region", "eu-west-1", "--service", "ec3"],
            "one of: ec2, elb, vpc",
        ),
    ] {
        let run = place.run(args);
        assert_eq!(run.code, 2, "{args:?}");
        let flat = run.err.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(said), "{args:?}: {}", run.err);
    }
}
