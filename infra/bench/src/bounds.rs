//! What each figure has to keep.

use std::fmt;

/// A figure next to its bound.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Bound {
    /// It has to be at most this.
    AtMost(f64),
    /// It has to be at least this.
    AtLeast(f64),
    /// It has to be this.
    Exactly(f64),
}

impl Bound {
    /// Whether the figure keeps it.
    pub(crate) fn holds(self, figure: f64) -> bool {
        match self {
            Bound::AtMost(most) => figure <= most,
            Bound::AtLeast(least) => figure >= least,
            Bound::Exactly(wanted) => (figure - wanted).abs() < 1e-9,
        }
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Bound::AtMost(most) => write!(formatter, "≤ {most}"),
            Bound::AtLeast(least) => write!(formatter, "≥ {least}"),
            Bound::Exactly(wanted) => write!(formatter, "= {wanted}"),
        }
    }
}

/// Cold start of a function against the hello world's.
pub(crate) const COLD_START_RATIO: Bound = Bound::AtMost(1.5);
/// A function's binary.
pub(crate) const BINARY_BYTES: Bound = Bound::AtMost(15_000_000.0);
/// A request's time beside its calls to the table.
pub(crate) const WARM_OVERHEAD_MS: Bound = Bound::AtMost(1.0);
/// Reading a ticket through the whole stack, 16 clients.
pub(crate) const READS_PER_SECOND: Bound = Bound::AtLeast(100.0);

/// Calls and round trips of an operation: those that read have two calls at the same time.
pub(crate) fn calls(operation: &str) -> (Bound, Bound) {
    match operation {
        "ticket.read" | "ticket.list" => (Bound::AtMost(2.0), Bound::AtMost(1.0)),
        _ => (Bound::AtMost(3.0), Bound::AtMost(2.0)),
    }
}
