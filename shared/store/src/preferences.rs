//! What people have chosen, what the organisation has set, and what people have muted.

use domain::{Activity, Preferences, Settings, User, UserId, WorkItemId};
use serde::{Deserialize, Serialize};

use crate::record::{Place, Record};
use crate::transaction::Versioned;
use crate::{CommitError, Digest, Key, Result, Store, StoreError, keys};

impl Record for Preferences {
    fn kind(&self) -> &'static str {
        "PREFERENCES"
    }

    fn place(&self) -> Place {
        Place::at(keys::preferences(self.user_id))
    }
}

impl Record for Settings {
    fn kind(&self) -> &'static str {
        "SETTINGS"
    }

    fn place(&self) -> Place {
        Place::at(keys::settings())
    }
}

/// That a person is not to be told of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Mute {
    /// Who.
    pub user_id: UserId,
    /// Of what.
    pub work_item_id: WorkItemId,
}

impl Record for Mute {
    fn kind(&self) -> &'static str {
        "MUTE"
    }

    fn place(&self) -> Place {
        Place::at(keys::mute(self.user_id, self.work_item_id))
    }
}

/// What becomes of a person's digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DigestChange {
    /// It comes as it would have.
    Stays,
    /// None comes.
    None,
    /// This one comes next.
    Next(Digest),
}

/// Somebody who is perhaps to be told of something, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choices {
    /// The person.
    pub person: User,
    /// What the person has chosen.
    pub preferences: Preferences,
    /// Whether the person has muted the item.
    pub is_muted: bool,
}

impl Store {
    /// These people, none where there is no such person, with what they and the organisation have chosen: all of it
    /// at the same time.
    pub async fn choices(
        &self,
        people: &[UserId],
        item: Option<WorkItemId>,
    ) -> Result<(Settings, Vec<Option<Choices>>)> {
        let wanted: Vec<Key> = [keys::settings()]
            .into_iter()
            .chain(people.iter().flat_map(|user| {
                let muted = item.map(|item| keys::mute(*user, item));
                [keys::user(*user), keys::preferences(*user)].into_iter().chain(muted)
            }))
            .collect();
        let found = self.fetch_all(&wanted).await?;
        let chosen = people.iter().map(|user| {
            let person: Option<User> = found.get(&keys::user(*user))?;
            let preferences = found.get(&keys::preferences(*user))?;
            Ok(person.map(|person| Choices {
                person,
                preferences: preferences.unwrap_or_else(|| Preferences::of(*user)),
                is_muted: item.is_some_and(|item| found.has(&keys::mute(*user, item))),
            }))
        });
        let chosen = chosen.collect::<Result<_>>()?;
        Ok((found.get(&keys::settings())?.unwrap_or_default(), chosen))
    }

    /// What the person has chosen, or what holds for who has chosen nothing.
    pub async fn preferences(&self, user: UserId) -> Result<Preferences> {
        Ok(self.get(&keys::preferences(user)).await?.unwrap_or_else(|| Preferences::of(user)))
    }

    /// Writes what the person has chosen, and when the next digest is due where that changes.
    ///
    /// # Errors
    /// [`CommitError::Stale`] or [`CommitError::Taken`] where it changed since it was read.
    pub async fn change_preferences(
        &self,
        before: &Preferences,
        after: &Preferences,
        digest: &DigestChange,
    ) -> std::result::Result<(), CommitError> {
        let transaction = match before.version {
            0 => self.transaction().create(after)?,
            version => self.transaction().change(before, after, Versioned::By(version))?,
        };
        let transaction = match digest {
            DigestChange::Stays => transaction,
            DigestChange::None => transaction.delete(&keys::digest(after.user_id))?,
            DigestChange::Next(digest) => transaction.replace(digest)?,
        };
        transaction.commit().await
    }

    /// The organisation's settings, or those of a new deployment.
    pub async fn settings(&self) -> Result<Settings> {
        Ok(self.get(&keys::settings()).await?.unwrap_or_default())
    }

    /// Writes the organisation's settings.
    ///
    /// # Errors
    /// [`CommitError::Stale`] or [`CommitError::Taken`] where they changed since they were read.
    pub async fn change_settings(
        &self,
        before: &Settings,
        after: &Settings,
        activity: &Activity,
    ) -> std::result::Result<(), CommitError> {
        let transaction = match before.version {
            0 => self.transaction().create(after)?,
            version => self.transaction().change(before, after, Versioned::By(version))?,
        };
        transaction.create(activity)?.commit().await
    }

    /// Lets the person hear no more of the item. Doing so twice is no error.
    pub async fn mute(&self, mute: &Mute) -> Result<()> {
        self.client
            .put_item()
            .table_name(&self.table)
            .set_item(Some(crate::record::to_item(mute)?))
            .send()
            .await
            .map_err(|error| StoreError::call("PutItem", error))?;
        Ok(())
    }

    /// Lets the person hear of the item again. One that is not muted is no error.
    pub async fn unmute(&self, mute: &Mute) -> Result<()> {
        self.client
            .delete_item()
            .table_name(&self.table)
            .set_key(Some(mute.place().key.to_attributes()))
            .send()
            .await
            .map_err(|error| StoreError::call("DeleteItem", error))?;
        Ok(())
    }
}
