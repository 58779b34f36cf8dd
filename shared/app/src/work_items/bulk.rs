//! Changing many items at once: each of them as it would be alone, with a result of its own.

use domain::policy::{Operation, WorkItemOperation};
use domain::work_item::tag;
use domain::{
    Action, CategoryId, Change, Principal, Priority, Status, TeamId, WorkItem, WorkItemId, WorkItemType,
};
use futures::StreamExt;
use store::{CommitError, Fetched, Key, Store};

use super::assign::{assigned, give};
use super::change::{allow, apply, changes_between};
use super::{Assignee, Draft, ItemPatch, TRIES, bring_back, expect_unmerged, read_with_session, visible};
use crate::{AppError, Caller, FieldError, Result};

/// The most items of one request.
pub const MOST_AT_ONCE: usize = 200;

/// How many are written at the same time.
const WRITES_AT_ONCE: usize = 16;

/// What is to become of each item.
#[derive(Debug, Clone, Default)]
pub struct BulkChange {
    /// A status that may follow.
    pub status: Option<Status>,
    /// How urgent.
    pub priority: Option<Priority>,
    /// What kind of problem.
    pub category_id: Option<CategoryId>,
    /// Whose queue.
    pub team_id: Option<TeamId>,
    /// Who is to work on it.
    pub assignee: Option<Assignee>,
    /// Tags to add.
    pub add_tags: Vec<String>,
    /// Tags to take away.
    pub remove_tags: Vec<String>,
    /// Whether to delete it.
    pub delete: bool,
}

impl BulkChange {
    pub(super) fn changes_fields(&self) -> bool {
        self.status.is_some()
            || self.priority.is_some()
            || self.category_id.is_some()
            || self.team_id.is_some()
            || !self.add_tags.is_empty()
            || !self.remove_tags.is_empty()
    }

    /// What it refers to.
    pub(super) fn keys(&self, caller: &Caller) -> Vec<Key> {
        [self.category_id.map(Key::category), self.team_id.map(Key::team)]
            .into_iter()
            .flatten()
            .chain(self.assignee.and_then(|assignee| assignee.key(caller)))
            .collect()
    }

    fn patch_of(&self, item: &WorkItem) -> ItemPatch {
        let tags = (!self.add_tags.is_empty() || !self.remove_tags.is_empty()).then(|| {
            let normal = |tags: &[String]| tags.iter().filter_map(|text| tag(text)).collect::<Vec<_>>();
            let removed = normal(&self.remove_tags);
            let kept = item.tags.iter().filter(|tag| !removed.contains(tag)).cloned();
            kept.chain(normal(&self.add_tags)).collect()
        });
        ItemPatch {
            status: self.status,
            priority: self.priority,
            category_id: self.category_id.map(Some),
            team_id: self.team_id.map(Some),
            tags,
            ..ItemPatch::default()
        }
    }
}

/// What became of one item.
#[derive(Debug)]
pub struct BulkOutcome {
    /// Which item.
    pub id: WorkItemId,
    /// Its version now, or why it is as it was.
    pub result: Result<u64>,
}

/// Changes the items, each in a transaction of its own, with the version that it has now. None is left out of the
/// answer, and one that cannot be changed does not keep the others from it.
///
/// # Errors
/// Nothing was changed: the request itself breaks a rule.
pub async fn change_many(
    store: &Store,
    caller: &Caller,
    item_type: WorkItemType,
    ids: &[WorkItemId],
    change: &BulkChange,
) -> Result<Vec<BulkOutcome>> {
    check(ids, change)?;
    let (principal, beside) = read_with_session(store, caller, change.keys(caller)).await?;
    if change.delete {
        principal.may_in_general(Operation::DeleteWork)?;
    }
    let work = Work { store, caller, principal, beside, item_type, change };
    let outcomes = futures::stream::iter(ids.iter().copied())
        .map(|id| work.change_one(id))
        .buffered(WRITES_AT_ONCE)
        .collect()
        .await;
    Ok(outcomes)
}

fn check(ids: &[WorkItemId], change: &BulkChange) -> Result<()> {
    let mut errors = Vec::new();
    let mut refuse = |field: String, rule: &str| errors.push(FieldError { field, rule: rule.into() });
    for (position, id) in ids.iter().enumerate() {
        if ids[..position].contains(id) {
            refuse(format!("ids[{position}]"), "must be named once");
        }
    }
    for (field, tags) in [("addTags", &change.add_tags), ("removeTags", &change.remove_tags)] {
        for (position, text) in tags.iter().enumerate() {
            if tag(text).is_none() {
                refuse(format!("{field}[{position}]"), "must be 1 to 40 letters, digits and `-_.:+`");
            }
        }
    }
    let changes = change.changes_fields() || change.assignee.is_some();
    if changes == change.delete {
        refuse("change".into(), "must say what to change, or to delete, and not both");
    }
    if errors.is_empty() { Ok(()) } else { Err(AppError::Invalid(errors)) }
}

/// What the items of one request have in common.
struct Work<'a> {
    store: &'a Store,
    caller: &'a Caller,
    principal: Principal,
    beside: Fetched,
    item_type: WorkItemType,
    change: &'a BulkChange,
}

impl Work<'_> {
    async fn change_one(&self, id: WorkItemId) -> BulkOutcome {
        for _ in 0..TRIES {
            match self.try_once(id).await {
                Ok(Some(version)) => return BulkOutcome { id, result: Ok(version) },
                Ok(None) => {}
                Err(error) => return BulkOutcome { id, result: Err(error) },
            }
        }
        BulkOutcome { id, result: Err(AppError::Contended) }
    }

    /// The version that the item has now; none where somebody changed it at the same moment.
    async fn try_once(&self, id: WorkItemId) -> Result<Option<u64>> {
        let key = Key::work_item(id);
        let found = self.store.fetch(std::slice::from_ref(&key)).await?;
        let item = visible(&self.principal, self.item_type, found.get(&key)?)?;
        let mut draft = Draft::of(item);
        let mut activities = Vec::new();
        if self.change.delete {
            draft.after.deleted_at = Some(self.caller.at);
            let changes = Change::between("deletedAt", &None, &draft.after.deleted_at).into_iter().collect();
            activities.push(draft.finish(self.caller, &self.principal, Action::Deleted, changes));
        } else {
            expect_unmerged(&draft.before)?;
            let Self { store, caller, principal, change, beside, .. } = self;
            activities.extend(draft_fields(store, caller, principal, change, beside, &mut draft).await?);
            activities.extend(draft_assignee(caller, principal, change, beside, &mut draft)?);
        }
        let Some(first) = activities.first() else { return Ok(Some(draft.before.version)) };
        match self.store.change_work_item_with(&draft.with(first), &activities[1..]).await {
            Ok(()) => Ok(Some(draft.after.version)),
            Err(CommitError::Stale) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }
}

/// Changes the draft's fields as it is asked, with the record of it.
pub(super) async fn draft_fields(
    store: &Store,
    caller: &Caller,
    principal: &Principal,
    change: &BulkChange,
    beside: &Fetched,
    draft: &mut Draft,
) -> Result<Option<domain::Activity>> {
    if !change.changes_fields() {
        return Ok(None);
    }
    let patch = change.patch_of(&draft.before);
    allow(principal, &patch, &draft.before)?;
    apply(caller, principal, &patch, draft, beside)?;
    if draft.is_taken_up() && patch.team_id.is_none() {
        bring_back(store, &mut draft.after).await?;
    }
    Ok(draft.is_change().then(|| {
        let changes = changes_between(&draft.before, &draft.after);
        draft.finish(caller, principal, Action::Updated, changes)
    }))
}

/// Gives the draft to whom it is asked, with the record of it.
pub(super) fn draft_assignee(
    caller: &Caller,
    principal: &Principal,
    change: &BulkChange,
    beside: &Fetched,
    draft: &mut Draft,
) -> Result<Option<domain::Activity>> {
    let Some(assignee) = change.assignee else { return Ok(None) };
    principal.may(WorkItemOperation::Assign, &draft.before)?;
    give(draft, caller, assignee, beside)?;
    Ok((draft.before.assignee != draft.after.assignee).then(|| assigned(draft, caller, principal)))
}
