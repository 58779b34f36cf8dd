//! Teams and categories: few, and read often.

use domain::{Category, CategoryId, Team, TeamId};

use crate::query::{Order, Range};
use crate::record::Index;
use crate::{CommitError, Cursor, Page, Result, Store, keys};

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

    /// A new team.
    pub async fn create_team(&self, team: &Team) -> std::result::Result<(), CommitError> {
        self.transaction().create(team)?.commit().await
    }

    /// A new category.
    pub async fn create_category(&self, category: &Category) -> std::result::Result<(), CommitError> {
        self.transaction().create(category)?.commit().await
    }
}
