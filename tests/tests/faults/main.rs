//! What happens when something breaks, comes twice, or comes at the same moment: nothing is lost, nothing doubled.
//!
//! These tests break what all of a stack share, so they run one after the other.

mod crowd;
mod dead_letters;
mod files;
mod gone_connection;
mod killed_worker;
mod later;
mod merge;
mod push;
mod races;
mod redelivery;

use std::process::ExitCode;

fn main() -> ExitCode {
    let tests = [
        dead_letters::tests(),
        files::tests(),
        gone_connection::tests(),
        killed_worker::tests(),
        later::tests(),
        merge::tests(),
        push::tests(),
        races::tests(),
        redelivery::tests(),
        // Last, since it leaves a thousand mails, which the others would have to read through.
        crowd::tests(),
    ];
    tests::Run::one_by_one("test-faults", tests.into_iter().flatten().collect())
}
