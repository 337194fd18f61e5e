//! The threads that programs are worked on in.

use rayon::{ThreadPool, ThreadPoolBuildError, ThreadPoolBuilder};
use std::num::NonZero;
use std::thread::available_parallelism;

/// The most threads that may be asked for.
pub(super) const MOST: u16 = 256;

/// So many threads, or as many as the machine has cores, whatever the environment says; fewer where no more can be
/// started, at last the caller's own alone.
pub(super) fn threads(jobs: Option<u16>) -> ThreadPool {
    let wanted = jobs.map(usize::from).or_else(|| available_parallelism().map(NonZero::get).ok());
    let mut number = wanted.unwrap_or(1).clamp(1, usize::from(MOST));
    loop {
        match started(number) {
            Ok(threads) => return threads,
            Err(_) if number > 1 => number /= 2,
            Err(_) => {
                let own = ThreadPoolBuilder::new().num_threads(1).use_current_thread().build();
                return own.expect("the thread that asks is in no pool yet");
            }
        }
    }
}

fn started(number: usize) -> Result<ThreadPool, ThreadPoolBuildError> {
    ThreadPoolBuilder::new().num_threads(number).build()
}
