//! What a process took, from `/proc`.

use std::fs;

/// CPU time of all threads of this process so far, in milliseconds. `schedstat` counts
/// nanoseconds; where the kernel does not have it, `stat` counts hundredths of a second.
pub fn cpu() -> f64 {
    let threads = fs::read_dir("/proc/self/task").unwrap();
    let nanoseconds: Option<f64> = threads
        .map(|thread| {
            let text = fs::read_to_string(thread.ok()?.path().join("schedstat")).ok()?;
            text.split_whitespace().next()?.parse::<f64>().ok()
        })
        .sum();
    nanoseconds.filter(|sum| *sum > 0.0).map_or_else(|| ticks(13) * 10.0, |sum| sum / 1e6)
}

/// The field `first` of `/proc/self/stat` and the one after it: time in the program and in
/// the kernel.
pub fn ticks(first: usize) -> f64 {
    let text = fs::read_to_string("/proc/self/stat").unwrap();
    // The name of the program may hold spaces; it ends at the last parenthesis.
    let fields: Vec<&str> = text.rsplit_once(')').unwrap().1.split_whitespace().collect();
    let at = |n: usize| fields[n - 2].parse::<f64>().unwrap();
    at(first) + at(first + 1)
}

/// Peak resident memory in MB.
pub fn peak() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<f64>().unwrap() / 1024.0
}
