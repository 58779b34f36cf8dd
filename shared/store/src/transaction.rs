//! Writes that belong together: all of them happen, or none.

use std::collections::BTreeSet;
use std::time::Duration;

use aws_sdk_dynamodb::error::SdkError;
use aws_sdk_dynamodb::operation::transact_write_items::TransactWriteItemsError;
use aws_sdk_dynamodb::types::builders::DeleteBuilder;
use aws_sdk_dynamodb::types::{
    AttributeValue, ConditionCheck, Delete, Put, ReturnValuesOnConditionCheckFailure, TransactWriteItem,
    Update,
};
use domain::{TeamId, WorkItemId};

use crate::batch::Key;
use crate::idempotency::StoredAnswer;
use crate::record::{Item, Record, from_item, to_item};
use crate::{Result, Store, StoreError};

/// Why a transaction did not happen.
#[derive(Debug, thiserror::Error)]
pub enum CommitError {
    /// A record changed, or went, since it was read.
    #[error("a record changed since it was read")]
    Stale,
    /// A record with that unique value exists.
    #[error("a record with that unique value exists")]
    Taken,
    /// The same request was answered before.
    #[error("the same request was answered before")]
    Repeated(Box<StoredAnswer>),
    /// A fault of the table.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// An item that is there and goes on itself.
const UNMERGED: &str = "attribute_exists(pk) AND attribute_not_exists(mergedInto)";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Guard {
    Stale,
    Taken,
    Repeated,
}

/// A transaction in the making: up to 100 writes.
#[derive(Debug)]
pub struct Transaction<'a> {
    store: &'a Store,
    writes: Vec<(TransactWriteItem, Guard)>,
}

impl Store {
    /// Begins a transaction; nothing is written until [`Transaction::commit`].
    pub const fn transaction(&self) -> Transaction<'_> {
        Transaction { store: self, writes: Vec::new() }
    }
}

fn built<T>(built: std::result::Result<T, aws_sdk_dynamodb::error::BuildError>) -> Result<T> {
    built.map_err(|error| StoreError::Call { operation: "TransactWriteItems", cause: error.to_string() })
}

impl Transaction<'_> {
    fn put_new<R: Record>(mut self, record: &R, guard: Guard) -> Result<Self> {
        let put = Put::builder()
            .table_name(&self.store.table)
            .set_item(Some(to_item(record)?))
            .condition_expression("attribute_not_exists(pk)")
            .return_values_on_condition_check_failure(if guard == Guard::Repeated {
                ReturnValuesOnConditionCheckFailure::AllOld
            } else {
                ReturnValuesOnConditionCheckFailure::None
            });
        self.writes.push((TransactWriteItem::builder().put(built(put.build())?).build(), guard));
        Ok(self)
    }

    /// Writes a record that must not exist yet.
    pub(crate) fn create<R: Record>(self, record: &R) -> Result<Self> {
        self.put_new(record, Guard::Taken)
    }

    /// Writes a record that stands for a repeatable request.
    pub(crate) fn remember(self, answer: &StoredAnswer) -> Result<Self> {
        self.put_new(answer, Guard::Repeated)
    }

    /// Changes what differs between `before` and `after`, if the stored version is still that of `before`.
    /// What others add meanwhile to fields that do not differ, such as counters, is kept.
    pub(crate) fn change<R: Record>(self, before: &R, after: &R, versioned: Versioned) -> Result<Self> {
        self.change_and_count(before, after, versioned, None)
    }

    /// The same, and adds one to the number `counter`, which must be the same in both.
    pub(crate) fn change_and_count<R: Record>(
        mut self,
        before: &R,
        after: &R,
        versioned: Versioned,
        counter: Option<&str>,
    ) -> Result<Self> {
        let (old, new) = (to_item(before)?, to_item(after)?);
        let mut update =
            Update::builder().table_name(&self.store.table).set_key(Some(before.place().key.to_attributes()));
        let (mut sets, mut removes) = (Vec::new(), Vec::new());
        let names: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
        for (position, name) in names.into_iter().enumerate() {
            if old.get(name) == new.get(name) {
                continue;
            }
            update = update.expression_attribute_names(format!("#f{position}"), name);
            if let Some(value) = new.get(name) {
                update = update.expression_attribute_values(format!(":v{position}"), value.clone());
                sets.push(format!("#f{position} = :v{position}"));
            } else {
                removes.push(format!("#f{position}"));
            }
        }
        let clause = |word: &str, what: &[String]| {
            if what.is_empty() { String::new() } else { format!("{word} {} ", what.join(", ")) }
        };
        let mut expression = clause("SET", &sets) + &clause("REMOVE", &removes);
        if let Some(counter) = counter {
            expression.push_str("ADD #counter :one");
            update = update
                .expression_attribute_names("#counter", counter)
                .expression_attribute_values(":one", AttributeValue::N("1".into()));
        }
        update = update.update_expression(expression);
        update = match versioned {
            Versioned::By(version) => update
                .condition_expression("#version = :version")
                .expression_attribute_names("#version", "version")
                .expression_attribute_values(":version", AttributeValue::N(version.to_string())),
            Versioned::Not => update.condition_expression("attribute_exists(pk)"),
        };
        self.writes.push((TransactWriteItem::builder().update(built(update.build())?).build(), Guard::Stale));
        Ok(self)
    }

    /// An update of another form; its condition failing means that the record changed.
    pub(crate) fn update(
        mut self,
        key: &Key,
        with: impl FnOnce(
            aws_sdk_dynamodb::types::builders::UpdateBuilder,
        ) -> aws_sdk_dynamodb::types::builders::UpdateBuilder,
    ) -> Result<Self> {
        let update = with(Update::builder().table_name(&self.store.table).set_key(Some(key.to_attributes())));
        self.writes.push((TransactWriteItem::builder().update(built(update.build())?).build(), Guard::Stale));
        Ok(self)
    }

    /// Lets the transaction happen only while the record at `key` has this version.
    pub(crate) fn require_version(mut self, key: &Key, version: u64) -> Result<Self> {
        let check = ConditionCheck::builder()
            .table_name(&self.store.table)
            .set_key(Some(key.to_attributes()))
            .condition_expression("#version = :version")
            .expression_attribute_names("#version", "version")
            .expression_attribute_values(":version", AttributeValue::N(version.to_string()));
        self.writes.push((
            TransactWriteItem::builder().condition_check(built(check.build())?).build(),
            Guard::Stale,
        ));
        Ok(self)
    }

    /// Lets something belong to a team, while there is such a team.
    pub(crate) fn join(self, team: TeamId) -> Result<Self> {
        self.update(&crate::keys::team(team), |update| {
            update
                .update_expression("ADD joined :one")
                .condition_expression("attribute_exists(pk)")
                .expression_attribute_values(":one", AttributeValue::N("1".into()))
        })
    }

    /// Removes a record, if it is there.
    pub(crate) fn delete(mut self, key: &Key) -> Result<Self> {
        let delete = Delete::builder().table_name(&self.store.table).set_key(Some(key.to_attributes()));
        self.writes.push((TransactWriteItem::builder().delete(built(delete.build())?).build(), Guard::Stale));
        Ok(self)
    }

    /// Writes a record in place of the one that is there.
    pub(crate) fn replace<R: Record>(mut self, record: &R) -> Result<Self> {
        let put = Put::builder().table_name(&self.store.table).set_item(Some(to_item(record)?));
        self.writes.push((TransactWriteItem::builder().put(built(put.build())?).build(), Guard::Stale));
        Ok(self)
    }

    /// Takes comments away from an item's numbers of them.
    pub(crate) fn uncount_comments(self, item: WorkItemId, public: u64, internal: u64) -> Result<Self> {
        let fewer = |count: u64| AttributeValue::N(if count > 0 { format!("-{count}") } else { "0".into() });
        self.update(&crate::keys::work_item(item), |update| {
            update
                .update_expression("ADD publicCommentCount :public, internalCommentCount :internal")
                .condition_expression("attribute_exists(pk)")
                .expression_attribute_values(":public", fewer(public))
                .expression_attribute_values(":internal", fewer(internal))
        })
    }

    /// Adds comments of another item to an item's numbers of them, while it goes on itself.
    pub(crate) fn count_moved_comments(self, item: WorkItemId, public: u64, internal: u64) -> Result<Self> {
        let number = |count: u64| AttributeValue::N(count.to_string());
        self.update(&crate::keys::work_item(item), |update| {
            update
                .update_expression("ADD publicCommentCount :public, internalCommentCount :internal")
                .condition_expression(UNMERGED)
                .expression_attribute_values(":public", number(public))
                .expression_attribute_values(":internal", number(internal))
        })
    }

    /// Lets the transaction happen only while the item goes on itself.
    pub(crate) fn require_unmerged(mut self, item: WorkItemId) -> Result<Self> {
        let check = ConditionCheck::builder()
            .table_name(&self.store.table)
            .set_key(Some(crate::keys::work_item(item).to_attributes()))
            .condition_expression(UNMERGED);
        self.writes.push((
            TransactWriteItem::builder().condition_check(built(check.build())?).build(),
            Guard::Stale,
        ));
        Ok(self)
    }

    /// Removes a record under the condition that `with` sets.
    pub(crate) fn delete_if(
        mut self,
        key: &Key,
        with: impl FnOnce(DeleteBuilder) -> DeleteBuilder,
    ) -> Result<Self> {
        let delete = with(Delete::builder().table_name(&self.store.table).set_key(Some(key.to_attributes())));
        self.writes.push((TransactWriteItem::builder().delete(built(delete.build())?).build(), Guard::Stale));
        Ok(self)
    }

    /// Removes a record, if it has this version.
    pub(crate) fn delete_version(self, key: &Key, version: u64) -> Result<Self> {
        self.delete_where(key, "version", AttributeValue::N(version.to_string()))
    }

    /// Removes a record, if this attribute of it has this value.
    pub(crate) fn delete_where(self, key: &Key, attribute: &str, value: AttributeValue) -> Result<Self> {
        self.delete_if(key, |delete| {
            delete
                .condition_expression("#attribute = :value")
                .expression_attribute_names("#attribute", attribute)
                .expression_attribute_values(":value", value)
        })
    }

    /// Removes a record that must be there.
    pub(crate) fn delete_existing(self, key: &Key) -> Result<Self> {
        self.delete_if(key, |delete| delete.condition_expression("attribute_exists(pk)"))
    }

    /// Whether there is nothing to write.
    pub(crate) fn is_empty(&self) -> bool {
        self.writes.is_empty()
    }

    /// Writes everything, or nothing. A meeting with another transaction is tried again, up to eight times
    /// within about a second and a half.
    ///
    /// # Errors
    /// See [`CommitError`]. Where several conditions fail, a repeat is told before a taken value, and that
    /// before a stale record.
    pub async fn commit(self) -> std::result::Result<(), CommitError> {
        const TRIES: u32 = 8;
        let (writes, guards): (Vec<_>, Vec<_>) = self.writes.into_iter().unzip();
        for attempt in 0..TRIES {
            let answer = self
                .store
                .client
                .transact_write_items()
                .set_transact_items(Some(writes.clone()))
                .send()
                .await;
            let error = match answer {
                Ok(_) => return Ok(()),
                Err(error) => error,
            };
            match refusal(&error, &guards)? {
                Some(refused) => return Err(refused),
                None if is_conflict(&error) => {
                    let jitter = u64::from(std::process::id() % 7) + u64::from(attempt) * 3;
                    tokio::time::sleep(Duration::from_millis((5 << attempt) + jitter)).await;
                }
                None => return Err(StoreError::call("TransactWriteItems", error).into()),
            }
        }
        Err(StoreError::Contended.into())
    }
}

/// How a change makes sure that nobody else changed the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Versioned {
    /// The stored version must be this.
    By(u64),
    /// It is enough that the record exists.
    Not,
}

fn is_conflict(error: &SdkError<TransactWriteItemsError>) -> bool {
    match error.as_service_error() {
        Some(TransactWriteItemsError::TransactionCanceledException(cancelled)) => {
            cancelled.cancellation_reasons().iter().any(|reason| reason.code() == Some("TransactionConflict"))
        }
        Some(TransactWriteItemsError::TransactionInProgressException(_)) => true,
        _ => false,
    }
}

fn refusal(
    error: &SdkError<TransactWriteItemsError>,
    guards: &[Guard],
) -> std::result::Result<Option<CommitError>, CommitError> {
    let Some(TransactWriteItemsError::TransactionCanceledException(cancelled)) = error.as_service_error()
    else {
        return Ok(None);
    };
    let failed: Vec<(Guard, Option<&Item>)> = cancelled
        .cancellation_reasons()
        .iter()
        .zip(guards)
        .filter(|(reason, _)| reason.code() == Some("ConditionalCheckFailed"))
        .map(|(reason, guard)| (*guard, reason.item()))
        .collect();
    if let Some((_, Some(item))) = failed.iter().find(|(guard, _)| *guard == Guard::Repeated) {
        let answer: StoredAnswer = from_item((*item).clone())?;
        return Ok(Some(CommitError::Repeated(Box::new(answer))));
    }
    let has = |wanted: Guard| failed.iter().any(|(guard, _)| *guard == wanted);
    Ok(if has(Guard::Taken) {
        Some(CommitError::Taken)
    } else if has(Guard::Stale) {
        Some(CommitError::Stale)
    } else {
        None
    })
}
