//! Teams and categories: few, and read often.

use aws_sdk_dynamodb::types::AttributeValue;
use domain::{Activity, Category, CategoryId, Team, TeamId};
use serde::{Deserialize, Serialize};

use crate::query::{Order, Range};
use crate::record::{Index, Place, Record};
use crate::transaction::{Transaction, Versioned};
use crate::{CommitError, Cursor, Page, Result, Store, keys};

/// That a name is taken, so that it is given once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Name {
    /// Among which it is unique.
    among: String,
    /// In lower case.
    name: String,
}

impl Name {
    fn of_team(team: &Team) -> Self {
        Self { among: "TEAM".into(), name: team.name.to_lowercase() }
    }

    fn of_category(category: &Category) -> Self {
        let team = category.team_id.map_or_else(|| "NONE".to_owned(), |team| team.to_string());
        Self { among: format!("CATEGORY#{team}"), name: category.name.to_lowercase() }
    }
}

impl Record for Name {
    fn kind(&self) -> &'static str {
        "NAME"
    }

    fn place(&self) -> Place {
        Place::at(keys::name(&self.among, &self.name))
    }
}

impl Transaction<'_> {
    /// Gives one name back and takes another, where they differ.
    fn rename(self, old: &Name, new: &Name) -> Result<Self> {
        if old == new { Ok(self) } else { self.delete(&old.place().key)?.create(new) }
    }
}

fn listed(partition: &str) -> Range {
    Range {
        index: Some(Index::Four),
        partition: partition.into(),
        from: " ".into(),
        to: char::MAX.to_string(),
        order: Order::Ascending,
    }
}

impl Store {
    /// Teams by name.
    pub async fn teams(&self, after: Option<&Cursor>, limit: usize) -> Result<Page<Team>> {
        self.page(&listed(keys::TEAMS), after, limit).await
    }

    /// One team.
    pub async fn team(&self, id: TeamId) -> Result<Option<Team>> {
        self.get(&keys::team(id)).await
    }

    /// Categories by name.
    pub async fn categories(&self, after: Option<&Cursor>, limit: usize) -> Result<Page<Category>> {
        self.page(&listed(keys::CATEGORIES), after, limit).await
    }

    /// One category.
    pub async fn category(&self, id: CategoryId) -> Result<Option<Category>> {
        self.get(&keys::category(id)).await
    }

    /// A new team, with the record of it where somebody made it.
    ///
    /// # Errors
    /// [`CommitError::Taken`] where a team has that name.
    pub async fn create_team(
        &self,
        team: &Team,
        activity: Option<&Activity>,
    ) -> std::result::Result<(), CommitError> {
        create_entry(self.transaction(), team, &Name::of_team(team), activity).await
    }

    /// A changed team.
    ///
    /// # Errors
    /// [`CommitError::Taken`] where another team has that name, [`CommitError::Stale`] where it changed.
    pub async fn change_team(
        &self,
        before: &Team,
        after: &Team,
        activity: &Activity,
    ) -> std::result::Result<(), CommitError> {
        let names = (Name::of_team(before), Name::of_team(after));
        let transaction = self.transaction().change(before, after, Versioned::By(before.version))?;
        transaction.rename(&names.0, &names.1)?.create(activity)?.commit().await
    }

    /// Removes a team.
    ///
    /// # Errors
    /// [`CommitError::Stale`] where it changed, or something came to belong to it since it was read.
    pub async fn delete_team(
        &self,
        team: &Team,
        activity: &Activity,
    ) -> std::result::Result<(), CommitError> {
        let number = |number: u64| AttributeValue::N(number.to_string());
        let transaction = self.transaction().delete_if(&keys::team(team.id), |delete| {
            // A team to which nothing ever came may have no number.
            delete
                .condition_expression(
                    "#version = :version AND (joined = :joined OR attribute_not_exists(joined))",
                )
                .expression_attribute_names("#version", "version")
                .expression_attribute_values(":version", number(team.version))
                .expression_attribute_values(":joined", number(team.joined))
        })?;
        transaction.delete(&Name::of_team(team).place().key)?.create(activity)?.commit().await
    }

    /// A new category, with the record of it where somebody made it.
    ///
    /// # Errors
    /// [`CommitError::Taken`] where a category of the same team has that name, [`CommitError::Stale`] where the team is
    /// gone.
    pub async fn create_category(
        &self,
        category: &Category,
        activity: Option<&Activity>,
    ) -> std::result::Result<(), CommitError> {
        let transaction = self.transaction();
        let transaction = match category.team_id {
            Some(team) => transaction.join(team)?,
            None => transaction,
        };
        create_entry(transaction, category, &Name::of_category(category), activity).await
    }

    /// A changed category; one that is deleted gives its name back.
    ///
    /// # Errors
    /// [`CommitError::Taken`] where another category of the team has that name, [`CommitError::Stale`] where it
    /// changed, or the team that it moves to is gone.
    pub async fn change_category(
        &self,
        before: &Category,
        after: &Category,
        activity: &Activity,
    ) -> std::result::Result<(), CommitError> {
        let (old, new) = (Name::of_category(before), Name::of_category(after));
        let transaction = self.transaction().change(before, after, Versioned::By(before.version))?;
        let transaction = if after.deleted_at.is_some() {
            transaction.delete(&old.place().key)?
        } else {
            transaction.rename(&old, &new)?
        };
        let transaction = match after.team_id.filter(|team| before.team_id != Some(*team)) {
            Some(team) => transaction.join(team)?,
            None => transaction,
        };
        transaction.create(activity)?.commit().await
    }
}

async fn create_entry<R: Record>(
    transaction: Transaction<'_>,
    entry: &R,
    name: &Name,
    activity: Option<&Activity>,
) -> std::result::Result<(), CommitError> {
    let mut transaction = transaction.create(entry)?.create(name)?;
    if let Some(activity) = activity {
        transaction = transaction.create(activity)?;
    }
    transaction.commit().await
}
