//! The vendors' layouts, read from files written for it; expected values are worked out from
//! the rows by hand.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use proptest::prelude::*;

use super::aws::Wanted;
use super::azure::{self, Pages};
use super::gather::Gathered;
use super::selection::{Offer, offers};
use super::{Fetcher, Quiet, Request, Target, aws_csv, aws_json, input, update};

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/prices").join(name)
}

fn offer(provider: &str, short: &str) -> &'static Offer {
    offers(provider).iter().find(|offer| offer.short == short).unwrap()
}

/// `service:sku unit usd`
fn lines(gathered: &Gathered) -> Vec<String> {
    let mut lines = Vec::new();
    for (service, rows) in &gathered.services {
        lines.extend(rows.iter().map(|(sku, (unit, usd))| format!("{service}:{sku} {unit} {usd}")));
    }
    lines
}

const EC2: [&str; 10] = [
    "ec2:m5.large hours 0.115",
    "ec2:m5.metal hours 5.52",
    "ec2:t3.micro hours 0.012",
    "services:ebs/gp3 GB 0.0952",
    // 48.7424 / 1024
    "services:ebs/gp3/throughput MBps 0.0476",
    // 0.000000059 × 1,000,000
    "services:ebs/io 1M requests 0.059",
    "services:ebs/io2 GB 0.149",
    "services:ebs/standard GB 0.059",
    "services:nat/gateway hours 0.052",
    // The first 100 GB are free.
    "services:nat/gb GB 0.052",
];

#[test]
fn an_offer_gives_the_same_prices_from_csv_and_json() {
    let regions = ["eu-central-1".to_owned()];
    let wanted = Wanted { offer: offer("aws", "ec2"), regions: &regions };
    let csv = aws_csv::read(input::open(&fixture("aws-ec2.csv")).unwrap(), wanted).unwrap();
    let json = aws_json::read(input::open(&fixture("aws-ec2.json")).unwrap(), wanted).unwrap();
    assert_eq!(csv, json);
    assert_eq!(csv.published.to_string(), "2026-11-20");
    assert_eq!(csv.seen.iter().collect::<Vec<_>>(), ["eu-central-1", "eu-west-1"]);
    let gathered = csv.regions["eu-central-1"].clone().finish();
    assert_eq!(lines(&gathered), EC2);
    assert_eq!(gathered.left_out, ["ec2:x9.large costs both 1 and 2"]);
}

#[test]
fn pages_give_the_same_prices_however_they_are_saved() {
    let regions = ["westeurope".to_owned()];
    for files in [
        &["azure-page-1.json", "azure-page-2.json"][..],
        &["azure-pages.json"],
        &["azure-pages.ndjson"],
        &["azure-items.json"],
        &["azure-lower-case.json"],
    ] {
        let read = |short: &str| {
            let mut pages = Pages::default();
            for file in files {
                let input = input::open(&fixture(file)).unwrap();
                azure::read(input, offer("azure", short), &regions, &mut pages).unwrap();
            }
            assert_eq!(pages.items, 12, "{files:?}");
            lines(&pages.regions["westeurope"].clone().finish())
        };
        assert_eq!(
            read("vm"),
            [
                "vm:standard_d2_v3 hours 0.12",
                "vm:standard_d4_v3 hours 0.24",
                "vm:windows/standard_d2_v3 hours 0.212",
            ]
        );
        // 0.000179 × 730
        assert_eq!(read("disk"), ["disk:P10 months 21.68", "disk:ultra/gib GiB 0.13067"]);
    }
}

fn request(from: &str, to: &Path) -> Request {
    Request {
        provider: "aws".to_owned(),
        regions: vec!["eu-central-1".to_owned()],
        services: Vec::new(),
        from: Some(fixture(from).to_string_lossy().into_owned()),
        to: Target::Directory(to.to_path_buf()),
        force: false,
        today: jiff::civil::date(2026, 11, 21),
    }
}

fn run(request: &Request) -> Result<Vec<super::Stored>, String> {
    let place = tempfile::tempdir().unwrap();
    let fetcher = Fetcher::new(place.path().to_path_buf(), Duration::from_millis(1));
    update(request, &fetcher, &Quiet).map_err(|error| error.to_string())
}

/// Every file of a directory with its bytes.
fn contents(directory: &Path) -> BTreeMap<String, String> {
    let files = std::fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path());
    let named = |path: PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        (name, std::fs::read_to_string(&path).unwrap())
    };
    files.map(named).collect()
}

#[test]
fn an_update_writes_sorted_dated_files() {
    let place = tempfile::tempdir().unwrap();
    let stored = run(&request("aws-ec2.csv", place.path())).unwrap();
    assert_eq!(stored.iter().map(|one| one.prices).collect::<Vec<_>>(), [3, 7]);
    let files = contents(place.path());
    assert_eq!(
        files.keys().collect::<Vec<_>>(),
        ["aws-eu-central-1-ec2.csv", "aws-eu-central-1-services.ec2.csv"]
    );
    assert_eq!(
        files["aws-eu-central-1-ec2.csv"],
        "# source: AWS price list, AmazonEC2\n# date: 2026-11-20\nsku,unit,usd\n\
         m5.large,hours,0.115\nm5.metal,hours,5.52\nt3.micro,hours,0.012\n"
    );
}

#[test]
fn a_failed_update_leaves_every_file_byte_for_byte() {
    let place = tempfile::tempdir().unwrap();
    run(&request("aws-ec2.csv", place.path())).unwrap();
    let before = contents(place.path());
    for (file, said) in [
        ("aws-ec2-cut-off.csv", "cut off"),
        ("aws-ec2-cut-off.json", "cut off"),
        ("aws-ec2-wrong-header.csv", "line 6: the header has no column `PricePerUnit`"),
        ("aws-ec2-other-currency.csv", "line 7: the price is in CNY"),
        ("aws-ec2-other-region.csv", "there is no price for eu-central-1"),
        ("azure-pages.json", "there is no price for eu-central-1"),
        ("README.md", "is no price file that is known"),
        ("nothing.csv", "cannot read"),
    ] {
        let error = run(&request(file, place.path())).unwrap_err();
        assert!(error.contains(said), "{file}: {error}");
        assert_eq!(contents(place.path()), before, "{file}");
    }
}

#[test]
fn older_or_far_fewer_prices_replace_others_only_by_force() {
    let place = tempfile::tempdir().unwrap();
    let file = place.path().join("aws-eu-central-1-ec2.csv");
    for (date, rows, said) in [
        ("2026-11-21", 3, "has prices of 2026-11-21, and those fetched are of 2026-11-20"),
        ("2026-11-01", 7, "has 7 prices, and only 3 were fetched"),
    ] {
        let mut text = format!("# source: x\n# date: {date}\nsku,unit,usd\n");
        for n in 0..rows {
            writeln!(text, "a{n},hours,1").unwrap();
        }
        std::fs::write(&file, &text).unwrap();
        let error = run(&request("aws-ec2.csv", place.path())).unwrap_err();
        assert!(error.contains(said), "{error}");
        assert_eq!(contents(place.path()).len(), 1, "nothing was written beside it either");
        assert_eq!(std::fs::read_to_string(&file).unwrap(), text);
        let forced = Request { force: true, ..request("aws-ec2.csv", place.path()) };
        assert_eq!(run(&forced).unwrap()[0].before, Some(rows));
        std::fs::remove_file(place.path().join("aws-eu-central-1-services.ec2.csv")).unwrap();
    }
}

#[test]
fn one_file_may_take_all_and_comes_back_as_it_went() {
    let place = tempfile::tempdir().unwrap();
    let one = place.path().join("prices.csv");
    run(&Request { to: Target::File(one.clone()), ..request("aws-ec2.json", place.path()) })
        .unwrap();
    let text = std::fs::read_to_string(&one).unwrap();
    assert!(
        text.contains("\naws,eu-central-1,services,ebs/gp3/throughput,MBps,0.0476\n"),
        "{text}"
    );
    let again = place.path().join("again");
    let from = Some(one.to_string_lossy().into_owned());
    let stored = run(&Request { from, ..request("", &again) }).unwrap();
    assert_eq!(stored.iter().map(|one| one.prices).sum::<usize>(), EC2.len());
}

/// A row that may or may not be wanted.
#[derive(Clone, Debug)]
struct Row {
    class: String,
    system: &'static str,
    tenancy: &'static str,
    region: &'static str,
    nanos: u32,
    begin: u32,
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let row = (
        "[a-z][0-9]\\.(micro|large)",
        prop::sample::select(vec!["Linux", "Windows", "RHEL"]),
        prop::sample::select(vec!["Shared", "Dedicated"]),
        prop::sample::select(vec!["eu-central-1", "eu-west-1", ""]),
        0u32..100,
        prop::sample::select(vec![0u32, 100]),
    );
    let row = row.prop_map(|(class, system, tenancy, region, nanos, begin)| Row {
        class,
        system,
        tenancy,
        region,
        nanos,
        begin,
    });
    prop::collection::vec(row, 0..40)
}

fn csv_of(rows: &[Row]) -> String {
    let mut text = "\"Publication Date\",\"2026-11-20T00:00:00Z\"\n\"OfferCode\",\"AmazonEC2\"\n\
        SKU,TermType,StartingRange,Unit,PricePerUnit,Currency,Product Family,Instance Type,\
        Operating System,Tenancy,CapacityStatus,Pre Installed S/W,License Model,operation,Region Code\n"
        .to_owned();
    for (at, row) in rows.iter().enumerate() {
        let Row { class, system, tenancy, region, nanos, begin } = row;
        writeln!(
            text,
            "S{at},OnDemand,{begin},Hrs,0.0{nanos:09},USD,Compute Instance,{class},{system},\
             {tenancy},Used,NA,No License required,RunInstances,{region}"
        )
        .unwrap();
    }
    text
}

fn json_of(rows: &[Row]) -> String {
    let mut products = serde_json::Map::new();
    let mut terms = serde_json::Map::new();
    for (at, row) in rows.iter().enumerate() {
        let Row { class, system, tenancy, region, nanos, begin } = row;
        let sku = format!("S{at}");
        let product = serde_json::json!({"sku": sku, "productFamily": "Compute Instance", "attributes": {
            "instanceType": class, "operatingSystem": system, "tenancy": tenancy,
            "capacitystatus": "Used", "preInstalledSw": "NA",
            "licenseModel": "No License required", "operation": "RunInstances",
            "regionCode": region}});
        products.insert(sku.clone(), product);
        let usd = format!("0.0{nanos:09}");
        let term = serde_json::json!({"t": {"priceDimensions": {"d": {
            "unit": "Hrs", "beginRange": begin.to_string(), "pricePerUnit": {"USD": usd}}}}});
        terms.insert(sku, term);
    }
    serde_json::json!({"offerCode": "AmazonEC2", "publicationDate": "2026-11-20T00:00:00Z",
        "products": products, "terms": {"OnDemand": terms}})
    .to_string()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn csv_and_json_of_one_offer_give_one_table(rows in rows()) {
        let regions = ["eu-central-1".to_owned(), "eu-west-1".to_owned()];
        let wanted = Wanted { offer: offer("aws", "ec2"), regions: &regions };
        let csv = aws_csv::read(csv_of(&rows).as_bytes(), wanted).unwrap();
        let json = aws_json::read(json_of(&rows).as_bytes(), wanted).unwrap();
        prop_assert_eq!(&csv, &json);
        // Whatever is kept is a price of a row that was wanted.
        for (region, gathering) in csv.regions {
            for (sku, (_, usd)) in gathering.finish().services.into_values().flatten() {
                let wanted = rows.iter().any(|row| {
                    let price = rust_decimal::Decimal::new(i64::from(row.nanos), 10);
                    row.class == sku && row.region == region && row.system == "Linux"
                        && row.tenancy == "Shared" && price == usd
                });
                prop_assert!(wanted, "{}", sku);
            }
        }
    }

    #[test]
    fn a_file_that_is_cut_off_anywhere_is_no_whole_offer(cut in 0.0f64..1.0) {
        let whole = std::fs::read_to_string(fixture("aws-ec2.json")).unwrap();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss,
            reason = "a position in a short file")]
        let at = (whole.trim_end().len() as f64 * cut) as usize;
        let regions = ["eu-central-1".to_owned()];
        let wanted = Wanted { offer: offer("aws", "ec2"), regions: &regions };
        prop_assert!(aws_json::read(&whole.as_bytes()[..at], wanted).is_err());
    }
}
