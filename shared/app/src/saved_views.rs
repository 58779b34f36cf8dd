//! Saved views: lists of work kept under a name, for oneself, a team or everyone.

use domain::saved_view::{MOST_VALUES, MOST_VIEWS, ViewFilter, Whose};
use domain::work_item::tag;
use domain::{SavedView, Sharing, TeamId, ViewId, WorkItemType};
use store::{CommitError, Cursor, Fetched, Key, Page, Shelf, Store};

use crate::shelf::{self, expect_had};
use crate::work_items::read_with_session;
use crate::{AppError, Caller, Result, views};

const VIEW: &str = "view";

/// What is said of a view: absent fields stay. Lengths are checked already.
#[derive(Debug, Clone, Default)]
pub struct ViewPatch {
    /// What it is called.
    pub name: Option<String>,
    /// What it shows.
    pub filter: Option<ViewFilter>,
    /// The columns of its table.
    pub columns: Option<Vec<String>>,
    /// Who has it.
    pub sharing: Option<Sharing>,
}

/// One page of the views that the reader has, or of one team's, by name.
pub async fn list(
    store: &Store,
    caller: &Caller,
    team: Option<TeamId>,
    after: Option<&Cursor>,
    limit: usize,
) -> Result<Page<views::SavedView>> {
    let read = |shelves: Vec<Shelf>| async move { store.saved_views(&shelves, after, limit).await };
    let (principal, page) = shelf::list(store, caller, team, read).await?;
    Ok(page.filter_map(|view| Some(views::SavedView::new(view, &principal))))
}

/// One view.
pub async fn read(store: &Store, caller: &Caller, id: ViewId) -> Result<views::SavedView> {
    let (principal, view) = caller.check_with(store, store.saved_view(id)).await?;
    let view = expect_had(&principal, view, VIEW, |view| (view.owner.id, view.sharing))?;
    Ok(views::SavedView::new(view, &principal))
}

/// Keeps a list under a name.
pub async fn create(
    store: &Store,
    caller: &Caller,
    item_type: WorkItemType,
    new: &ViewPatch,
) -> Result<views::SavedView> {
    let sharing = new.sharing.unwrap_or(Sharing::Nobody);
    let shelves = [Shelf::of(caller.claims.user_id, sharing)];
    let keys = sharing.team().map(Key::team);
    let (read, present) =
        tokio::join!(read_with_session(store, caller, keys), store.saved_views(&shelves, None, MOST_VIEWS));
    let (principal, found) = read?;
    principal.may_keep(principal.user_id, sharing)?;
    expect_room(present?.items.len())?;
    let mut view = SavedView {
        id: ViewId::new(caller.at),
        name: String::new(),
        item_type,
        filter: ViewFilter::default(),
        columns: Vec::new(),
        sharing,
        owner: principal.to_ref(),
        version: 1,
        created_at: caller.at,
        updated_at: caller.at,
    };
    apply(&mut view, new, &found)?;
    store.create_saved_view(&view).await?;
    Ok(views::SavedView::new(view, &principal))
}

fn expect_room(present: usize) -> Result<()> {
    if present < MOST_VIEWS {
        return Ok(());
    }
    Err(AppError::Conflict("there are fifty views with this sharing, which is the most; delete one first"))
}

fn apply(view: &mut SavedView, patch: &ViewPatch, found: &Fetched) -> Result<()> {
    if let Some(name) = &patch.name {
        view.name = name.trim().to_owned();
    }
    if let Some(filter) = &patch.filter {
        view.filter = checked(filter)?;
    }
    if let Some(columns) = &patch.columns {
        view.columns.clone_from(columns);
    }
    if let Some(sharing) = patch.sharing {
        shelf::expect_team(sharing, found)?;
        view.sharing = sharing;
    }
    Ok(())
}

fn checked(filter: &ViewFilter) -> Result<ViewFilter> {
    if filter.whose == Whose::Deleted {
        return Err(AppError::invalid("filter.whose", "must not be `deleted`: that list cannot be kept"));
    }
    if filter.order.is_some() && filter.sort.is_none() {
        return Err(AppError::invalid("filter.order", "needs `sort`"));
    }
    if filter.unassigned && filter.assignee_id.is_some() {
        return Err(AppError::invalid("filter.unassigned", "must not be set together with `assigneeId`"));
    }
    for (field, values) in
        [("filter.priority", filter.priority.len()), ("filter.categoryId", filter.category_id.len())]
    {
        if values > MOST_VALUES {
            return Err(AppError::invalid(field, format!("must be {MOST_VALUES} values at most")));
        }
    }
    let tag =
        match filter.tag.as_deref() {
            None => None,
            Some(text) => Some(tag(text).ok_or_else(|| {
                AppError::invalid("filter.tag", "must be 1 to 40 letters, digits and `-_.:+`")
            })?),
        };
    Ok(ViewFilter { tag, ..filter.clone() })
}

/// Changes a view, if it still has `version`.
pub async fn change(
    store: &Store,
    caller: &Caller,
    id: ViewId,
    version: u64,
    patch: &ViewPatch,
) -> Result<views::SavedView> {
    let keys = [Key::view(id)].into_iter().chain(patch.sharing.and_then(Sharing::team).map(Key::team));
    let (principal, found) = read_with_session(store, caller, keys).await?;
    let view: Option<SavedView> = found.get(&Key::view(id))?;
    let before = expect_had(&principal, view, VIEW, |view| (view.owner.id, view.sharing))?;
    principal.may_keep(before.owner.id, before.sharing)?;
    if before.version != version {
        return Err(AppError::stale(VIEW, &views::SavedView::new(before, &principal)));
    }
    let mut after = before.clone();
    apply(&mut after, patch, &found)?;
    if after.sharing != before.sharing {
        principal.may_keep(before.owner.id, after.sharing)?;
        let shelves = [Shelf::of(before.owner.id, after.sharing)];
        expect_room(store.saved_views(&shelves, None, MOST_VIEWS).await?.items.len())?;
    }
    if after == before {
        return Ok(views::SavedView::new(before, &principal));
    }
    after.version += 1;
    after.updated_at = caller.at;
    match store.change_saved_view(&before, &after).await {
        Ok(()) => Ok(views::SavedView::new(after, &principal)),
        Err(CommitError::Stale) => {
            let current = store.saved_view(id).await?.ok_or(AppError::NotFound(VIEW))?;
            Err(AppError::stale(VIEW, &views::SavedView::new(current, &principal)))
        }
        Err(error) => Err(error.into()),
    }
}

/// Deletes a view.
pub async fn delete(store: &Store, caller: &Caller, id: ViewId) -> Result<()> {
    let (principal, view) = caller.check_with(store, store.saved_view(id)).await?;
    let view = expect_had(&principal, view, VIEW, |view| (view.owner.id, view.sharing))?;
    principal.may_keep(view.owner.id, view.sharing)?;
    match store.delete_saved_view(&view).await {
        Err(CommitError::Stale) => {
            Err(AppError::Conflict("the view has changed since it was read; try again"))
        }
        other => Ok(other?),
    }
}
