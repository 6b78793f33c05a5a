use std::path::Path;
fn walk(d: &Path, v: &mut Vec<std::path::PathBuf>) {
    for e in std::fs::read_dir(d).unwrap() {
        let p = e.unwrap().path();
        if p.is_dir() {
            walk(&p, v)
        } else if p.extension().is_some_and(|x| x == "json") {
            v.push(p)
        }
    }
}
fn main() {
    let mut v = vec![];
    walk(Path::new("../shared/plans"), &mut v);
    v.sort();
    let mut ok = 0;
    let mut unparsed = 0;
    let mut bad = 0;
    for p in v {
        match tfgate::plan::Plan::read(std::fs::read(&p).unwrap()) {
            Ok(plan) => {
                ok += 1;
                for c in plan.changes() {
                    if c.parsed().is_none() {
                        unparsed += 1;
                        println!("UNPARSED {} {}", p.display(), c.label())
                    } else if c.parsed().unwrap().to_string() != c.address() {
                        println!("DIFF {} {}", c.address(), c.parsed().unwrap())
                    }
                    if let Err(e) = c.values() {
                        println!("VALUES {} {e:?}", p.display())
                    }
                }
            }
            Err(e) => {
                bad += 1;
                println!("REFUSED {} {} {}", p.display(), e.code, e)
            }
        }
    }
    println!("{ok} ok {bad} refused {unparsed} unparsed");
}
