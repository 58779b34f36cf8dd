//! The browsers that people have asked to tell.

use domain::{PushSubscription, PushSubscriptionId, Session, UserId};
use futures::future::try_join_all;

use crate::query::{Order, Range};
use crate::record::{Place, Record, from_item};
use crate::{CommitError, Key, Result, Store, StoreError, keys};

impl Record for PushSubscription {
    fn kind(&self) -> &'static str {
        "PUSH_SUBSCRIPTION"
    }

    fn place(&self) -> Place {
        Place::at(keys::push_subscription(self.user_id, self.id))
            .expiring(self.renewed_at.as_second() + Self::LASTS_SECONDS)
    }
}

impl Store {
    /// A person's browsers. Two that were told of in the same moment may be one more than
    /// [`PushSubscription::MOST`].
    pub async fn push_subscriptions(&self, user: UserId) -> Result<Vec<PushSubscription>> {
        let range = Range {
            index: None,
            partition: keys::user_partition(user),
            from: keys::PUSH_SUBSCRIPTION.into(),
            to: format!("{}{}", keys::PUSH_SUBSCRIPTION, keys::LAST),
            order: Order::Ascending,
        };
        let read = self.read_range(&range, None, 2 * PushSubscription::MOST).await?;
        read.placed.into_iter().map(|placed| from_item(placed.item)).collect()
    }

    /// The browsers of these people, each with its sign-in, none where that is gone.
    pub async fn push_subscriptions_of(
        &self,
        people: &[UserId],
    ) -> Result<Vec<(PushSubscription, Option<Session>)>> {
        let found = try_join_all(people.iter().map(|user| self.push_subscriptions(*user))).await?;
        let all: Vec<PushSubscription> = found.into_iter().flatten().collect();
        let key = |one: &PushSubscription| Key::session(one.user_id, one.session_id);
        let keys: Vec<Key> = all.iter().map(key).collect();
        let sessions = self.fetch_all(&keys).await?;
        all.into_iter()
            .map(|one| {
                let session = sessions.get(&key(&one))?;
                Ok((one, session))
            })
            .collect()
    }

    /// Writes a browser in place of what was known of it, and removes those whose place it takes.
    pub async fn keep_push_subscription(
        &self,
        subscription: &PushSubscription,
        replaced: &[PushSubscriptionId],
    ) -> std::result::Result<(), CommitError> {
        let mut transaction = self.transaction().replace(subscription)?;
        for id in replaced {
            transaction = transaction.delete(&keys::push_subscription(subscription.user_id, *id))?;
        }
        transaction.commit().await
    }

    /// Removes a browser. One that is gone is no error.
    pub async fn forget_push_subscription(&self, user: UserId, id: PushSubscriptionId) -> Result<()> {
        self.client
            .delete_item()
            .table_name(&self.table)
            .set_key(Some(keys::push_subscription(user, id).to_attributes()))
            .send()
            .await
            .map_err(|error| StoreError::call("DeleteItem", error))?;
        Ok(())
    }
}
