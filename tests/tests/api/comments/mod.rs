//! `/api/tickets/{id}/comments` and `/api/comments/{id}`

mod create;
mod follow_up;
mod internal;
mod list;
mod mentions;

use tests::Test;

pub(crate) fn tests() -> Vec<Test> {
    [create::tests(), follow_up::tests(), internal::tests(), list::tests(), mentions::tests()]
        .into_iter()
        .flatten()
        .collect()
}
