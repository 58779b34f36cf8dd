//! The table: every key template, every read and every write.
//!
//! Nothing outside this crate knows a key, and nothing in it decides who may do what. `docs/TABLE.md` lists
//! the access patterns with their cost. There is no scan, and each list has a bound.

pub mod aws;
mod batch;
mod catalogue;
mod connections;
mod credentials;
mod cursor;
mod deliveries;
mod digests;
mod error;
mod feeds;
mod files;
mod follow_ups;
mod idempotency;
mod keys;
mod lists;
mod mail_windows;
mod merges;
mod notifications;
mod people;
mod preferences;
mod presence;
mod purge;
mod push_subscriptions;
mod query;
mod record;
mod reminders;
mod shelf;
mod sign_in;
mod sorted;
mod statistics;
mod transaction;
mod work_items;

pub use batch::{Fetched, Key};
pub use connections::{ClosedConnection, Connection, Room, RoomMember};
pub use credentials::{Credentials, PasswordLink, SecondFactor};
pub use cursor::{Cursor, InvalidCursor};
pub use deliveries::{Channel, Claim};
pub use digests::Digest;
pub use error::{Result, StoreError};
pub use feeds::Feed;
pub use files::UploadChange;
pub use follow_ups::OpenedFollowUp;
pub use idempotency::StoredAnswer;
pub use lists::{ListScope, StatusFilter};
pub use mail_windows::{Collect, DueMail, MailBatch, MailWindow, Opened};
pub use merges::Merge;
pub use people::{AccountChange, CredentialsChange, PeopleFilter, SignIns};
pub use preferences::{Choices, DigestChange, Mute};
pub use presence::{Typing, TypingMarked};
pub use query::Page;
pub use record::bulk_items;
pub use reminders::Reminder;
pub use shelf::Shelf;
pub use sign_in::{Attempt, AttemptLimit};
pub use statistics::TeamCounters;
pub use transaction::{CommitError, Transaction};
pub use work_items::{Conversation, ItemChange, MacroUse};

use std::sync::{Arc, LazyLock};

use aws_sdk_dynamodb::Client;

type MakeClient = Box<dyn FnOnce() -> Client + Send>;

/// One table of one deployment.
#[derive(Debug, Clone)]
pub struct Store {
    /// Made when it is first used: a function that refuses a request does not wait for it.
    client: Arc<LazyLock<Client, MakeClient>>,
    table: String,
}

impl Store {
    /// The table `table`, reached through `client`.
    pub fn new(client: Client, table: impl Into<String>) -> Self {
        Self::made_by(Box::new(|| client), table)
    }

    /// The client and the table that the environment names: region, credentials, and `table`.
    pub async fn connect(table: impl Into<String>) -> Self {
        Self::made_by(Box::new(|| Client::new(&aws::config("DYNAMODB"))), table)
    }

    fn made_by(make: MakeClient, table: impl Into<String>) -> Self {
        Self { client: Arc::new(LazyLock::new(make)), table: table.into() }
    }

    /// The client, for those who load many records at once.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// The table's name.
    pub fn table(&self) -> &str {
        &self.table
    }

    /// Opens the connection that the first request will use. A failure is not an error: that request will
    /// meet it and report it.
    pub async fn warm(&self) {
        let key = keys::warm();
        let answer =
            self.client.get_item().table_name(&self.table).set_key(Some(key.to_attributes())).send().await;
        if let Err(error) = answer {
            tracing::debug!(error = %aws_sdk_dynamodb::error::DisplayErrorContext(error), "the connection is not warm");
        }
    }
}
