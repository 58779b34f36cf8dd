//! The websocket, and what of the product arrives without asking.

mod connect;
mod events;
mod mail;
mod presence;
mod rooms;

use tests::Test;

pub(crate) fn tests() -> Vec<Test> {
    [connect::tests(), events::tests(), mail::tests(), presence::tests(), rooms::tests()]
        .into_iter()
        .flatten()
        .collect()
}
