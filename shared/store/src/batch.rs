//! Reading several records in one call.

use std::collections::HashMap;
use std::time::Duration;

use aws_sdk_dynamodb::types::{AttributeValue, KeysAndAttributes};
use domain::{CategoryId, MacroId, SessionId, TeamId, UserId, ViewId, WorkItemId};
use futures::future::try_join_all;
use serde::de::DeserializeOwned;

use crate::record::{Item, from_item};
use crate::{Result, Store, StoreError, keys};

/// Where a record stands. Made only by this crate's functions.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Key {
    pk: String,
    sk: String,
}

impl Key {
    pub(crate) const fn new(pk: String, sk: String) -> Self {
        Self { pk, sk }
    }

    /// A person's sign-in.
    pub fn session(user: UserId, session: SessionId) -> Self {
        keys::session(user, session)
    }

    /// A person.
    pub fn user(id: UserId) -> Self {
        keys::user(id)
    }

    /// A team.
    pub fn team(id: TeamId) -> Self {
        keys::team(id)
    }

    /// A category.
    pub fn category(id: CategoryId) -> Self {
        keys::category(id)
    }

    /// A work item without its comments.
    pub fn work_item(id: WorkItemId) -> Self {
        keys::work_item(id)
    }

    /// A macro.
    pub fn macro_of(id: MacroId) -> Self {
        keys::macro_of(id)
    }

    /// A saved view.
    pub fn view(id: ViewId) -> Self {
        keys::view(id)
    }

    /// What a person has chosen.
    pub fn preferences(user: UserId) -> Self {
        keys::preferences(user)
    }

    /// That a person is not to be told of an item.
    pub fn mute(user: UserId, item: WorkItemId) -> Self {
        keys::mute(user, item)
    }

    /// What the organisation has set.
    pub fn settings() -> Self {
        keys::settings()
    }

    pub(crate) fn to_attributes(&self) -> Item {
        HashMap::from([
            ("pk".to_owned(), AttributeValue::S(self.pk.clone())),
            ("sk".to_owned(), AttributeValue::S(self.sk.clone())),
        ])
    }

    fn of(item: &Item) -> Option<Self> {
        let text = |name: &str| item.get(name)?.as_s().ok().cloned();
        Some(Self { pk: text("pk")?, sk: text("sk")? })
    }
}

/// What a batch read found.
#[derive(Debug, Default)]
pub struct Fetched(HashMap<Key, Item>);

impl Fetched {
    /// The record at `key`, if it exists.
    ///
    /// # Errors
    /// The record does not have the shape of `R`.
    pub fn get<R: DeserializeOwned>(&self, key: &Key) -> Result<Option<R>> {
        self.0.get(key).cloned().map(from_item).transpose()
    }

    /// Whether there is a record at `key`.
    pub fn has(&self, key: &Key) -> bool {
        self.0.contains_key(key)
    }

    /// Takes in what another read found.
    pub fn extend(&mut self, other: Self) {
        self.0.extend(other.0);
    }
}

impl Store {
    /// One record, read consistently.
    pub(crate) async fn get<R: DeserializeOwned>(&self, key: &Key) -> Result<Option<R>> {
        let answer = self
            .client
            .get_item()
            .table_name(&self.table)
            .set_key(Some(key.to_attributes()))
            .consistent_read(true)
            .send()
            .await
            .map_err(|error| StoreError::call("GetItem", error))?;
        answer.item.map(from_item).transpose()
    }

    /// Up to 100 records in one call, read consistently. Those that do not exist are left out.
    pub async fn fetch(&self, wanted: &[Key]) -> Result<Fetched> {
        let mut distinct: Vec<Item> = Vec::with_capacity(wanted.len());
        for (position, key) in wanted.iter().enumerate() {
            if !wanted[..position].contains(key) {
                distinct.push(key.to_attributes());
            }
        }
        let mut found = Fetched::default();
        let mut pause = Duration::from_millis(20);
        while !distinct.is_empty() {
            let request =
                KeysAndAttributes::builder().set_keys(Some(distinct)).consistent_read(true).build().map_err(
                    |error| StoreError::Call { operation: "BatchGetItem", cause: error.to_string() },
                )?;
            let answer = self
                .client
                .batch_get_item()
                .request_items(&self.table, request)
                .send()
                .await
                .map_err(|error| StoreError::call("BatchGetItem", error))?;
            for item in answer.responses.into_iter().flat_map(HashMap::into_values).flatten() {
                if let Some(key) = Key::of(&item) {
                    found.0.insert(key, item);
                }
            }
            distinct = answer
                .unprocessed_keys
                .into_iter()
                .flat_map(HashMap::into_values)
                .flat_map(|rest| rest.keys)
                .collect();
            if !distinct.is_empty() {
                if pause > Duration::from_secs(1) {
                    return Err(StoreError::Call {
                        operation: "BatchGetItem",
                        cause: "keys stayed unprocessed at each try".into(),
                    });
                }
                tokio::time::sleep(pause).await;
                pause *= 2;
            }
        }
        Ok(found)
    }

    /// Any number of records, in calls of 100 at the same time.
    pub(crate) async fn fetch_all(&self, wanted: &[Key]) -> Result<Fetched> {
        const AT_ONCE: usize = 100;
        let mut found = Fetched::default();
        for part in try_join_all(wanted.chunks(AT_ONCE).map(|chunk| self.fetch(chunk))).await? {
            found.extend(part);
        }
        Ok(found)
    }
}
