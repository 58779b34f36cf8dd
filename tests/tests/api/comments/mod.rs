//! `/api/tickets/{id}/comments` and `/api/comments/{id}`

mod create;
mod internal;
mod list;

use tests::Test;

pub(crate) fn tests() -> Vec<Test> {
    [create::tests(), internal::tests(), list::tests()].into_iter().flatten().collect()
}
