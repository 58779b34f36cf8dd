//! Changing an item's fields.

use domain::custom_field::{carry_over, check_values};
use domain::policy::{Denied, WorkItemOperation};
use domain::{
    Action, Category, CategoryId, Change, ChecklistEntry, FieldValues, Instant, Principal, Priority, Role,
    Status, Team, TeamId, WorkItem,
};
use store::{Fetched, Key, Store};

use super::create::{normal_tags, trimmed_checklist};
use super::{
    Draft, ItemRef, bring_back, commit_change, expect_unmerged, expect_version, read_with_session, visible,
};
use crate::{AppError, Caller, FieldError, Result, rich, views};

/// The fields to change: absent ones stay; of those that may be empty, an inner none empties.
#[derive(Debug, Clone, Default)]
pub struct ItemPatch {
    /// One line.
    pub title: Option<String>,
    /// HTML as the editor made it.
    pub description: Option<String>,
    /// A status that may follow.
    pub status: Option<Status>,
    /// How urgent.
    pub priority: Option<Priority>,
    /// What kind of problem.
    pub category_id: Option<Option<CategoryId>>,
    /// Whose queue.
    pub team_id: Option<Option<TeamId>>,
    /// When it is to be done.
    pub due_date: Option<Option<Instant>>,
    /// How long it will take.
    pub estimated_minutes: Option<Option<u32>>,
    /// Words to find it by: all of them.
    pub tags: Option<Vec<String>>,
    /// What it is made up of: all of it.
    pub checklist: Option<Vec<ChecklistEntry>>,
    /// The answers to what its category asks for: all of them.
    pub custom_fields: Option<FieldValues>,
}

impl ItemPatch {
    fn touches_only_status(&self) -> bool {
        self.title.is_none()
            && self.description.is_none()
            && self.priority.is_none()
            && self.category_id.is_none()
            && self.team_id.is_none()
            && self.due_date.is_none()
            && self.estimated_minutes.is_none()
            && self.tags.is_none()
            && self.checklist.is_none()
            && self.custom_fields.is_none()
    }
}

/// Changes the item, if it still has `version`. A patch that changes nothing writes nothing.
pub async fn change(
    store: &Store,
    caller: &Caller,
    item: &ItemRef,
    version: u64,
    patch: &ItemPatch,
) -> Result<views::WorkItem> {
    let item_key = Key::work_item(item.resolve(store, caller).await?);
    let keys = [item_key.clone()]
        .into_iter()
        .chain(patch.category_id.flatten().map(Key::category))
        .chain(patch.team_id.flatten().map(Key::team));
    let (principal, mut found) = read_with_session(store, caller, keys).await?;
    let before = visible(&principal, item.item_type, found.get(&item_key)?)?;
    allow(&principal, patch, &before)?;
    expect_version(&principal, &before, version)?;
    expect_unmerged(&before)?;
    if patch.custom_fields.is_some()
        && patch.category_id.is_none()
        && let Some(category) = before.category_id
    {
        // What the present category asks for: one read more, for this kind of change alone.
        found.extend(store.fetch(&[Key::category(category)]).await?);
    }

    let mut draft = Draft::of(before);
    apply(caller, &principal, patch, &mut draft, &found)?;
    if draft.is_taken_up() && patch.team_id.is_none() {
        bring_back(store, &mut draft.after).await?;
    }
    if !draft.is_change() {
        return Ok(views::WorkItem::new(&draft.before, &principal));
    }
    let changes = changes_between(&draft.before, &draft.after);
    let activity = draft.finish(caller, &principal, Action::Updated, changes);
    commit_change(store, &principal, &draft, &activity).await
}

pub(super) fn allow(principal: &Principal, patch: &ItemPatch, item: &WorkItem) -> Result<()> {
    let operation =
        if patch.touches_only_status() { WorkItemOperation::CloseOrReopen } else { WorkItemOperation::Edit };
    Ok(principal.may(operation, item)?)
}

/// What the patch makes of the draft; `found` holds the category and the team that it names.
pub(super) fn apply(
    caller: &Caller,
    principal: &Principal,
    patch: &ItemPatch,
    draft: &mut Draft,
    found: &Fetched,
) -> Result<()> {
    let Draft { before, after } = draft;
    if let Some(title) = &patch.title {
        after.title = title.trim().to_owned();
    }
    if let Some(description) = &patch.description {
        after.description = rich::kept("description", description)?;
    }
    if let Some(priority) = patch.priority {
        after.priority = priority;
    }
    if let Some(id) = patch.category_id {
        let category = id.map(|id| category_of(id, found)).transpose()?;
        if id != before.category_id {
            let asked = category.as_ref().map_or(&[][..], |category| &category.fields);
            after.custom_fields = carry_over(asked, &before.custom_fields);
        }
        after.category_id = id;
    }
    if let Some(values) = &patch.custom_fields {
        // A category that was deleted since still says what its fields are.
        let category =
            after.category_id.map(|id| found.get::<Category>(&Key::category(id))).transpose()?.flatten();
        let asked = category.as_ref().map_or(&[][..], |category| &category.fields);
        after.custom_fields = check_values(asked, values).map_err(|broken| {
            AppError::Invalid(broken.into_iter().map(|(field, rule)| FieldError { field, rule }).collect())
        })?;
    }
    if let Some(due_date) = patch.due_date {
        after.due_date = due_date;
    }
    if let Some(minutes) = patch.estimated_minutes {
        after.estimated_minutes = minutes;
    }
    if let Some(tags) = &patch.tags {
        after.tags = normal_tags(tags).map_err(|error| AppError::Invalid(vec![error]))?;
    }
    if let Some(entries) = &patch.checklist {
        after.checklist = trimmed_checklist(entries);
    }
    if let Some(team) = patch.team_id {
        match team {
            Some(id) => {
                found
                    .get::<Team>(&Key::team(id))?
                    .ok_or_else(|| AppError::invalid("teamId", "must be the id of a team"))?;
            }
            None if principal.role == Role::Admin => {}
            None => return Err(Denied("only an admin can take a ticket out of every team").into()),
        }
        after.team_id = team;
    }
    if let Some(status) = patch.status
        && status != before.status
    {
        let allowed = principal.next_statuses(before);
        if !allowed.contains(&status) {
            return Err(AppError::StatusRefused {
                noun: before.item_type.noun(),
                from: before.status,
                to: status,
                allowed,
            });
        }
        after.set_status(status, caller.at);
    }
    Ok(())
}

fn category_of(id: CategoryId, found: &Fetched) -> Result<Category> {
    let category: Option<Category> = found.get(&Key::category(id))?;
    category
        .filter(|category| category.deleted_at.is_none())
        .ok_or_else(|| AppError::invalid("categoryId", "must be the id of a category"))
}

pub(crate) fn changes_between(before: &WorkItem, after: &WorkItem) -> Vec<Change> {
    [
        Change::between("title", &before.title, &after.title),
        Change::between("description", &before.description, &after.description),
        Change::between("status", &before.status, &after.status),
        Change::between("priority", &before.priority, &after.priority),
        Change::between("categoryId", &before.category_id, &after.category_id),
        Change::between("teamId", &before.team_id, &after.team_id),
        Change::between("dueDate", &before.due_date, &after.due_date),
        Change::between("estimatedMinutes", &before.estimated_minutes, &after.estimated_minutes),
        Change::between("tags", &before.tags, &after.tags),
        Change::between("checklist", &before.checklist, &after.checklist),
        Change::between("customFields", &before.custom_fields, &after.custom_fields),
    ]
    .into_iter()
    .flatten()
    .collect()
}
