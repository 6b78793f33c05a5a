//! Runs a program line by line, with a time limit, and forwards Ctrl-C to it.
//!
//! The program leads a process group of its own. A terminal sends Ctrl-C to the whole
//! foreground group, and Terraform takes a second signal as "stop now, leave the state as it
//! is": so it must get each one from us alone, once.

use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, Read};
use std::process::{Command, ExitStatus, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};

use process_wrap::std::{ChildWrapper, CommandWrap};

/// How often signals and the clock are looked at.
const TICK: Duration = Duration::from_millis(50);

/// How long a program that was asked to stop may take before it is killed. Terraform waits
/// for calls in flight, and writes the state.
const GRACE: Duration = Duration::from_mins(1);

/// How long the rest of its output is waited for after a program has ended. Its own is all in
/// the pipe by then; what is waited for is a reader that a busy machine has not let run.
const REST: Duration = Duration::from_secs(5);

/// How often the user asked to stop. Clones share the count.
#[derive(Clone, Debug, Default)]
pub struct Interrupt(Arc<AtomicUsize>);

impl Interrupt {
    /// Asks to stop.
    pub fn raise(&self) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }

    /// Whether somebody asked.
    #[must_use]
    pub fn is_raised(&self) -> bool {
        self.count() > 0
    }

    fn count(&self) -> usize {
        self.0.load(Ordering::SeqCst)
    }
}

/// How a program ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// By itself.
    Exited(ExitStatus),
    /// It was stopped because its time was over.
    TimedOut,
    /// It was stopped because the user asked.
    Interrupted,
}

/// What a program did.
#[derive(Debug)]
pub struct Finished {
    /// How it ended.
    pub end: End,
    /// What it wrote to standard error.
    pub stderr: String,
}

impl Finished {
    /// Whether it exited with code 0.
    #[must_use]
    pub fn succeeded(&self) -> bool {
        matches!(self.end, End::Exited(status) if status.success())
    }
}

/// Runs `command` and hands each line of its standard output to `line`, without its end.
///
/// Nothing is read from standard input. The first [`Interrupt`] is sent on as SIGINT, and the
/// second too, which makes Terraform give up; then it is killed.
pub fn run(
    mut command: Command,
    limit: Duration,
    interrupt: &Interrupt,
    line: &mut dyn FnMut(&[u8]),
) -> io::Result<Finished> {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut wrap = CommandWrap::from(command);
    #[cfg(unix)]
    wrap.wrap(process_wrap::std::ProcessGroup::leader());
    let mut child = wrap.spawn()?;
    let (sender, lines) = mpsc::channel();
    if let Some(stdout) = child.stdout().take() {
        thread::spawn(move || {
            for line in BufReader::new(stdout).split(b'\n').map_while(Result::ok) {
                if sender.send(line).is_err() {
                    break;
                }
            }
        });
    }
    let (stderr_sender, stderr) = mpsc::channel();
    if let Some(mut pipe) = child.stderr().take() {
        thread::spawn(move || {
            let mut bytes = Vec::new();
            let _ = pipe.read_to_end(&mut bytes);
            let _ = stderr_sender.send(String::from_utf8_lossy(&bytes).into_owned());
        });
    }
    let mut watch = Watch { seen: 0, deadline: Instant::now() + limit, stopped: None };
    let mut status = None;
    let mut ended = Instant::now();
    loop {
        match lines.recv_timeout(TICK) {
            Ok(text) => line(&text),
            Err(RecvTimeoutError::Disconnected) if status.is_none() => thread::sleep(TICK),
            Err(RecvTimeoutError::Disconnected) => break,
            // Somebody else may hold its output open: that is not waited for for ever.
            Err(RecvTimeoutError::Timeout) if status.is_some() && ended.elapsed() > REST => break,
            Err(RecvTimeoutError::Timeout) => {}
        }
        if status.is_none() {
            status = child.try_wait()?;
            ended = Instant::now();
        }
        if status.is_none() {
            watch.look(child.as_mut(), interrupt);
        }
    }
    let status = status.expect("the loop ends with one");
    let stderr = stderr.recv_timeout(REST).unwrap_or_default();
    let end = match watch.stopped {
        // It was done before the signal reached it.
        Some(_) if status.success() => End::Exited(status),
        Some(end) => end,
        None => End::Exited(status),
    };
    Ok(Finished { end, stderr })
}

/// What has been done to make a program stop.
struct Watch {
    /// Interrupts that were sent on.
    seen: usize,
    deadline: Instant,
    stopped: Option<End>,
}

impl Watch {
    fn look(&mut self, child: &mut dyn ChildWrapper, interrupt: &Interrupt) {
        let asked = interrupt.count();
        if asked > self.seen {
            // One at a time, so that a first Ctrl-C is never taken for a second.
            self.seen += 1;
            self.stop(child, End::Interrupted);
        } else if Instant::now() >= self.deadline {
            if self.stopped.is_some() {
                let _ = child.start_kill();
            }
            self.stop(child, End::TimedOut);
        }
    }

    fn stop(&mut self, child: &mut dyn ChildWrapper, why: End) {
        self.stopped.get_or_insert(why);
        self.deadline = Instant::now() + GRACE;
        ask_to_stop(child);
    }
}

#[cfg(unix)]
fn ask_to_stop(child: &mut dyn ChildWrapper) {
    const SIGINT: i32 = 2;
    let _ = child.signal(SIGINT);
}

/// A console sends Ctrl-C to all its programs by itself, and there is no other way to ask.
#[cfg(not(unix))]
fn ask_to_stop(_: &mut dyn ChildWrapper) {}

/// A command in words, for messages.
#[must_use]
pub fn in_words(program: &OsStr, verb: &str) -> String {
    let name = std::path::Path::new(program).file_name().unwrap_or(program);
    format!("{} {verb}", crate::plan::text::visible(&name.to_string_lossy()))
}

#[cfg(unix)]
#[cfg(test)]
mod tests {
    use super::{Command, Duration, End, Interrupt, run};

    fn shell(script: &str) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        command
    }

    fn lines(script: &str, limit: u64, interrupt: &Interrupt) -> (Vec<String>, End, String) {
        let mut lines = Vec::new();
        let mut keep = |line: &[u8]| lines.push(String::from_utf8_lossy(line).into_owned());
        let ran = run(shell(script), Duration::from_millis(limit), interrupt, &mut keep).unwrap();
        (lines, ran.end, ran.stderr)
    }

    #[test]
    fn lines_and_errors_are_kept_apart() {
        let quiet = Interrupt::default();
        let (lines, end, errors) = lines("echo a; echo e >&2; echo b; exit 3", 5000, &quiet);
        assert_eq!(lines, ["a", "b"]);
        assert_eq!(errors, "e\n");
        assert!(matches!(end, End::Exited(status) if status.code() == Some(3)));
    }

    #[test]
    fn what_a_child_of_it_writes_late_is_still_heard() {
        let (lines, end, _) = lines("(sleep 0.5; echo late) & exit 0", 5000, &Interrupt::default());
        assert_eq!(lines, ["late"]);
        assert!(matches!(end, End::Exited(status) if status.success()));
    }

    #[test]
    fn what_takes_too_long_is_asked_to_stop() {
        let script = "trap 'echo stopped; exit 1' INT; while :; do sleep 0.05; done";
        let (lines, end, _) = lines(script, 200, &Interrupt::default());
        assert_eq!((lines, end), (vec!["stopped".to_owned()], End::TimedOut));
    }

    #[test]
    fn one_interrupt_is_sent_on_once() {
        let interrupt = Interrupt::default();
        let other = interrupt.clone();
        let raise = std::thread::spawn(move || {
            std::thread::sleep(Duration::from_millis(200));
            other.raise();
        });
        let script =
            "n=0; trap 'n=$((n+1)); echo $n' INT; for i in $(seq 20); do sleep 0.05; done; exit 1";
        let (lines, end, _) = lines(script, 9000, &interrupt);
        raise.join().unwrap();
        assert_eq!((lines, end), (vec!["1".to_owned()], End::Interrupted));
    }
}
