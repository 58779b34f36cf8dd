//! When each person's next digest is due.

use aws_sdk_dynamodb::types::AttributeValue;
use domain::{ActivityId, Instant, UserId};
use serde::{Deserialize, Serialize};

use crate::query::{Order, Range};
use crate::record::{Index, Place, Record};
use crate::{CommitError, Result, Store, keys};

/// The next digest of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Digest {
    /// Whose.
    pub user_id: UserId,
    /// Which one: its mail is claimed under it.
    pub id: ActivityId,
    /// What is older is not in it.
    pub since: Instant,
    /// When it is due.
    pub due_at: Instant,
}

impl Digest {
    /// The digest that is due then, of what comes after `since`.
    pub fn new(user_id: UserId, since: Instant, due_at: Instant) -> Self {
        Self { user_id, id: ActivityId::new(since), since, due_at }
    }
}

impl Record for Digest {
    fn kind(&self) -> &'static str {
        "DIGEST"
    }

    fn place(&self) -> Place {
        Place::at(keys::digest(self.user_id)).listed(
            Index::Four,
            keys::DIGESTS,
            keys::by_time(self.due_at, self.user_id),
        )
    }
}

impl Store {
    /// The person's next digest.
    pub async fn digest(&self, user: UserId) -> Result<Option<Digest>> {
        self.get(&keys::digest(user)).await
    }

    /// Digests that are due by `now`, the oldest first.
    pub async fn due_digests(&self, now: Instant) -> Result<Vec<Digest>> {
        const AT_ONCE: usize = 500;
        let range = Range {
            index: Some(Index::Four),
            partition: keys::DIGESTS.into(),
            from: " ".into(),
            to: format!("{now}{}", keys::LAST),
            order: Order::Ascending,
        };
        Ok(self.page(&range, None, AT_ONCE).await?.items)
    }

    /// Puts the next digest in the place of one that is done with, or none.
    ///
    /// # Errors
    /// [`CommitError::Stale`] where another is next by now.
    pub async fn replace_digest(
        &self,
        done: &Digest,
        next: Option<&Digest>,
    ) -> std::result::Result<(), CommitError> {
        let key = keys::digest(done.user_id);
        let id = AttributeValue::S(done.id.to_string());
        let transaction = match next {
            Some(next) => self.transaction().update(&key, |update| {
                update
                    .update_expression("SET id = :next, since = :since, dueAt = :due, gsi4sk = :sort")
                    .condition_expression("id = :id")
                    .expression_attribute_values(":id", id)
                    .expression_attribute_values(":next", AttributeValue::S(next.id.to_string()))
                    .expression_attribute_values(":since", AttributeValue::S(next.since.to_string()))
                    .expression_attribute_values(":due", AttributeValue::S(next.due_at.to_string()))
                    .expression_attribute_values(
                        ":sort",
                        AttributeValue::S(keys::by_time(next.due_at, next.user_id)),
                    )
            })?,
            None => self.transaction().delete_where(&key, "id", id)?,
        };
        transaction.commit().await
    }
}
