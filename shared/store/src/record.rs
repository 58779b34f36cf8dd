//! What each record is called and where it stands; from entity to item and back.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;
use domain::{Activity, Category, Comment, Notification, Session, Team, User, WorkItem};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::batch::Key;
use crate::{Result, keys};

pub(crate) type Item = HashMap<String, AttributeValue>;

/// The four overloaded indexes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Index {
    /// By assignee; people by role.
    One,
    /// By team.
    Two,
    /// By requester.
    Three,
    /// Everything of one kind.
    Four,
}

impl Index {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Index::One => "gsi1",
            Index::Two => "gsi2",
            Index::Three => "gsi3",
            Index::Four => "gsi4",
        }
    }
}

/// Where a record stands: its key, and its places in the indexes.
pub(crate) struct Place {
    pub(crate) key: Key,
    pub(crate) indexes: Vec<(Index, String, String)>,
    /// Seconds since 1970 after which the table may drop the record.
    pub(crate) expires_at: Option<i64>,
}

impl Place {
    pub(crate) fn at(key: Key) -> Self {
        Self { key, indexes: Vec::new(), expires_at: None }
    }

    pub(crate) fn listed(
        mut self,
        index: Index,
        partition: impl Into<String>,
        sort: impl Into<String>,
    ) -> Self {
        self.indexes.push((index, partition.into(), sort.into()));
        self
    }

    pub(crate) fn expiring(mut self, seconds: i64) -> Self {
        self.expires_at = Some(seconds);
        self
    }
}

/// Something that stands in the table.
pub(crate) trait Record: Serialize + DeserializeOwned {
    /// What the attribute `kind` says: the stream's filter reads it.
    fn kind(&self) -> &'static str;

    /// Where it stands.
    fn place(&self) -> Place;
}

pub(crate) fn to_item<R: Record>(record: &R) -> Result<Item> {
    let mut item: Item = serde_dynamo::to_item(record)?;
    let place = record.place();
    item.extend(place.key.to_attributes());
    item.insert("kind".into(), AttributeValue::S(record.kind().into()));
    for (index, partition, sort) in place.indexes {
        item.insert(format!("{}pk", index.name()), AttributeValue::S(partition));
        item.insert(format!("{}sk", index.name()), AttributeValue::S(sort));
    }
    if let Some(seconds) = place.expires_at {
        item.insert("expiresAt".into(), AttributeValue::N(seconds.to_string()));
    }
    Ok(item)
}

pub(crate) fn from_item<R: DeserializeOwned>(item: Item) -> Result<R> {
    Ok(serde_dynamo::from_item(item)?)
}

/// The items of a work item that came into being without the product's own operations: the same records as
/// those write. For loading many at once.
pub fn bulk_items(item: &WorkItem, comments: &[Comment], activities: &[Activity]) -> Result<Vec<Item>> {
    let mut items = vec![to_item(item)?, to_item(&crate::work_items::Number::of(item))?];
    for comment in comments {
        items.push(to_item(comment)?);
        items.push(to_item(&crate::work_items::CommentPointer::of(comment))?);
    }
    for activity in activities {
        items.push(to_item(activity)?);
    }
    Ok(items)
}

impl Record for WorkItem {
    fn kind(&self) -> &'static str {
        "WORK_ITEM"
    }

    fn place(&self) -> Place {
        if let Some(deleted_at) = self.deleted_at {
            let sort = keys::by_time(deleted_at, self.id);
            return Place::at(keys::work_item(self.id)).listed(
                Index::Four,
                keys::of_deleted(self.item_type),
                sort,
            );
        }
        let sort = || keys::by_status(self.status, self.created_at, self.id);
        let mut place = Place::at(keys::work_item(self.id))
            .listed(Index::Three, keys::of_creator(self.item_type, self.creator.id), sort())
            .listed(Index::Four, keys::of_all(self.item_type), sort());
        if let Some(assignee) = &self.assignee {
            place = place.listed(Index::One, keys::of_assignee(self.item_type, assignee.id), sort());
        }
        if let Some(team) = self.team_id {
            place = place.listed(Index::Two, keys::of_team(self.item_type, team), sort());
        }
        place
    }
}

impl Record for Comment {
    fn kind(&self) -> &'static str {
        "COMMENT"
    }

    fn place(&self) -> Place {
        Place::at(keys::comment(self.work_item_id, self.id))
    }
}

impl Record for Activity {
    /// An imported activity is history: the stream's filter leaves it out, so nobody is told again.
    fn kind(&self) -> &'static str {
        if self.is_import { "IMPORTED_ACTIVITY" } else { "ACTIVITY" }
    }

    fn place(&self) -> Place {
        let key = if let Some(work_item) = self.work_item_id {
            keys::work_activity(work_item, self.id)
        } else if let Some(team) = self.team_id {
            keys::team_activity(team, self.id)
        } else if let Some(category) = self.category_id {
            keys::category_activity(category, self.id)
        } else {
            keys::user_activity(self.user_id.unwrap_or(self.actor.id), self.id)
        };
        // What was done is listed by who did it, by the team whose work it was, by who raised the work, and with
        // everything else.
        let sort = || self.id.to_string();
        let mut place = Place::at(key).listed(Index::Four, keys::ACTIVITIES, sort());
        if !self.actor.is_system() {
            place = place.listed(Index::One, keys::acted_by(self.actor.id), sort());
        }
        if let Some(team) = self.work_item.as_ref().and_then(|item| item.team_id).or(self.team_id) {
            place = place.listed(Index::Two, keys::feed_of(team), sort());
        }
        if let Some(item) = self.work_item.as_ref().filter(|_| self.is_for_requester()) {
            place = place.listed(Index::Three, keys::raised_by(item.creator.id), sort());
        }
        place
    }
}

impl Record for User {
    fn kind(&self) -> &'static str {
        "USER"
    }

    fn place(&self) -> Place {
        let sort = || keys::by_name(&self.name, self.id);
        if self.deleted_at.is_some() {
            return Place::at(keys::user(self.id));
        }
        Place::at(keys::user(self.id)).listed(Index::One, keys::users_of_role(self.role), sort()).listed(
            Index::Four,
            keys::USERS,
            sort(),
        )
    }
}

impl Record for Team {
    fn kind(&self) -> &'static str {
        "TEAM"
    }

    fn place(&self) -> Place {
        Place::at(keys::team(self.id)).listed(Index::Four, keys::TEAMS, keys::by_name(&self.name, self.id))
    }
}

impl Record for Category {
    fn kind(&self) -> &'static str {
        "CATEGORY"
    }

    fn place(&self) -> Place {
        if self.deleted_at.is_some() {
            return Place::at(keys::category(self.id));
        }
        Place::at(keys::category(self.id)).listed(
            Index::Four,
            keys::CATEGORIES,
            keys::by_name(&self.name, self.id),
        )
    }
}

impl Record for Session {
    fn kind(&self) -> &'static str {
        "SESSION"
    }

    fn place(&self) -> Place {
        Place::at(keys::session(self.user_id, self.id)).expiring(self.expires_at)
    }
}

impl Record for Notification {
    fn kind(&self) -> &'static str {
        "NOTIFICATION"
    }

    fn place(&self) -> Place {
        const KEPT_SECONDS: i64 = 90 * 24 * 3600;
        Place::at(keys::notification(self.user_id, self.id))
            .expiring(self.created_at.as_second() + KEPT_SECONDS)
    }
}
