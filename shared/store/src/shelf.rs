//! What people keep for daily work, alone or shared: saved views and macros.

use domain::{Activity, Macro, MacroId, SavedView, Sharing, TeamId, UserId, ViewId};
use futures::future::try_join_all;

use crate::query::{Order, Range, into_page, merge};
use crate::record::{Index, Place, Record};
use crate::transaction::Versioned;
use crate::{CommitError, Cursor, Page, Result, Store, keys};

/// Where what is kept stands, so that each who has it finds it in one Query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shelf {
    /// A person's own.
    Person(UserId),
    /// A team's.
    Team(TeamId),
    /// Everyone's.
    Everyone,
}

impl Shelf {
    /// Where something of `owner`, shared like this, stands.
    pub const fn of(owner: UserId, sharing: Sharing) -> Self {
        match sharing {
            Sharing::Nobody => Self::Person(owner),
            Sharing::Team { team_id } => Self::Team(team_id),
            Sharing::Everyone => Self::Everyone,
        }
    }
}

impl Record for SavedView {
    fn kind(&self) -> &'static str {
        "VIEW"
    }

    fn place(&self) -> Place {
        let shelf = keys::shelf(keys::VIEWS, Shelf::of(self.owner.id, self.sharing));
        Place::at(keys::view(self.id)).listed(Index::Four, shelf, keys::by_name(&self.name, self.id))
    }
}

impl Record for Macro {
    fn kind(&self) -> &'static str {
        "MACRO"
    }

    fn place(&self) -> Place {
        let shelf = keys::shelf(keys::MACROS, Shelf::of(self.owner.id, self.sharing));
        Place::at(keys::macro_of(self.id)).listed(Index::Four, shelf, keys::by_name(&self.name, self.id))
    }
}

impl Store {
    /// One page of what stands on these shelves, by name: a Query for each, at the same time.
    async fn shelves<R: Record>(
        &self,
        kind: &str,
        shelves: &[Shelf],
        after: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<R>> {
        let ranges: Vec<Range> = shelves
            .iter()
            .map(|shelf| Range {
                index: Some(Index::Four),
                partition: keys::shelf(kind, *shelf),
                from: " ".into(),
                to: char::MAX.to_string(),
                order: Order::Ascending,
            })
            .collect();
        let reads = ranges.iter().map(|range| self.read_range(range, after, limit + 1));
        into_page(merge(try_join_all(reads).await?, Order::Ascending), limit)
    }

    /// One page of the views on these shelves, by name.
    pub async fn saved_views(
        &self,
        shelves: &[Shelf],
        after: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<SavedView>> {
        self.shelves(keys::VIEWS, shelves, after, limit).await
    }

    /// One view.
    pub async fn saved_view(&self, id: ViewId) -> Result<Option<SavedView>> {
        self.get(&keys::view(id)).await
    }

    /// A new view.
    pub async fn create_saved_view(&self, view: &SavedView) -> std::result::Result<(), CommitError> {
        self.transaction().create(view)?.commit().await
    }

    /// A changed view.
    ///
    /// # Errors
    /// [`CommitError::Stale`] where it changed, or went, since it was read.
    pub async fn change_saved_view(
        &self,
        before: &SavedView,
        after: &SavedView,
    ) -> std::result::Result<(), CommitError> {
        self.transaction().change(before, after, Versioned::By(before.version))?.commit().await
    }

    /// Removes a view.
    ///
    /// # Errors
    /// [`CommitError::Stale`] where it changed, or went, since it was read.
    pub async fn delete_saved_view(&self, view: &SavedView) -> std::result::Result<(), CommitError> {
        self.transaction().delete_version(&keys::view(view.id), view.version)?.commit().await
    }

    /// One page of the macros on these shelves, by name.
    pub async fn macros(
        &self,
        shelves: &[Shelf],
        after: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<Macro>> {
        self.shelves(keys::MACROS, shelves, after, limit).await
    }

    /// One macro.
    pub async fn macro_by_id(&self, id: MacroId) -> Result<Option<Macro>> {
        self.get(&keys::macro_of(id)).await
    }

    /// A new macro, with the record of it.
    pub async fn create_macro(
        &self,
        new: &Macro,
        activity: &Activity,
    ) -> std::result::Result<(), CommitError> {
        self.transaction().create(new)?.create(activity)?.commit().await
    }

    /// A changed macro, with the record of it.
    ///
    /// # Errors
    /// [`CommitError::Stale`] where it changed, or went, since it was read.
    pub async fn change_macro(
        &self,
        before: &Macro,
        after: &Macro,
        activity: &Activity,
    ) -> std::result::Result<(), CommitError> {
        let transaction = self.transaction().change(before, after, Versioned::By(before.version))?;
        transaction.create(activity)?.commit().await
    }

    /// Removes a macro, with the record of it.
    ///
    /// # Errors
    /// [`CommitError::Stale`] where it changed, or went, since it was read.
    pub async fn delete_macro(
        &self,
        gone: &Macro,
        activity: &Activity,
    ) -> std::result::Result<(), CommitError> {
        let transaction = self.transaction().delete_version(&keys::macro_of(gone.id), gone.version)?;
        transaction.create(activity)?.commit().await
    }
}
