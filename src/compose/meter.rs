//! Counts what the templates of one program print, and stops a template that never ends.

use crate::limits;
use std::cell::Cell;
use std::io::{Error, Write};
use std::time::{Duration, Instant};

/// What the templates of one program may still print, and how long that may take.
pub(super) struct Meter {
    bytes: Cell<usize>,
    time: Cell<Duration>,
}

impl Meter {
    /// All that one program may have.
    pub(super) fn new() -> Self {
        Self { bytes: Cell::new(limits::TEMPLATE_TEXT), time: Cell::new(limits::TEMPLATE_TIME) }
    }

    /// Whether a template has used up what there was.
    pub(super) fn is_empty(&self) -> bool {
        self.bytes.get() == 0 || self.time.get().is_zero()
    }

    /// A place to print one template to.
    pub(super) fn printout(&self) -> Printout<'_> {
        Printout { text: Vec::new(), meter: self, since: now() }
    }
}

/// The text of a template as far as it is printed; every tag prints a mark, so that empty loops are counted too.
pub(super) struct Printout<'a> {
    pub(super) text: Vec<u8>,
    meter: &'a Meter,
    since: Instant,
}

impl Write for Printout<'_> {
    fn write(&mut self, part: &[u8]) -> std::io::Result<usize> {
        let (meter, now) = (self.meter, now());
        meter.bytes.set(meter.bytes.get().saturating_sub(part.len()));
        meter.time.set(meter.time.get().saturating_sub(now - self.since));
        self.since = now;
        if meter.is_empty() {
            return Err(Error::other("the template has printed all that it may"));
        }
        self.text.extend_from_slice(part);
        Ok(part.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[expect(clippy::disallowed_methods, reason = "a template that never ends is refused; nothing of the time is printed")]
fn now() -> Instant {
    Instant::now()
}
