//! Raising a ticket, and making a task.

use domain::custom_field::check_values;
use domain::policy::Operation;
use domain::work_item::{MOST_TAGS, tag};
use domain::{
    Action, Category, CategoryId, ChecklistEntry, FieldValues, Instant, Principal, Priority, Team, TeamId,
    User, UserId, WorkItem, WorkItemType, rich_text,
};
use store::{CommitError, Fetched, Key, Store};

use super::{activity_of, read_with_session};
use crate::idempotency::{Repeatable, replay};
use crate::views;
use crate::{AppError, Caller, FieldError, Result};

/// What a client says of a new item; lengths are checked already.
#[derive(Debug, Clone, Default)]
pub struct NewItem {
    /// One line.
    pub title: String,
    /// HTML as the editor made it.
    pub description: String,
    /// How urgent; the category's where nobody says, or medium.
    pub priority: Option<Priority>,
    /// What kind of problem.
    pub category_id: Option<CategoryId>,
    /// Whose queue; the category's team where none is given.
    pub team_id: Option<TeamId>,
    /// Who is to work on it.
    pub assignee_id: Option<UserId>,
    /// When it is to be done.
    pub due_date: Option<Instant>,
    /// How long it will take.
    pub estimated_minutes: Option<u32>,
    /// Words to find it by.
    pub tags: Vec<String>,
    /// What it is made up of.
    pub checklist: Vec<ChecklistEntry>,
    /// The answers to what the category asks for.
    pub custom_fields: FieldValues,
}

/// Raises an item: what it refers to is read beside the session and while a number is drawn; then the item, its
/// number, its activity and the answer to a repeat are written together.
pub async fn create(
    store: &Store,
    caller: &Caller,
    item_type: WorkItemType,
    new: &NewItem,
    repeatable: Option<&Repeatable>,
) -> Result<views::WorkItem> {
    let keys =
        [new.category_id.map(Key::category), new.team_id.map(Key::team), new.assignee_id.map(Key::user)];
    let (read, number) = tokio::join!(
        read_with_session(store, caller, keys.into_iter().flatten()),
        store.next_number(item_type),
    );
    let (principal, found) = read?;
    allow(&principal, item_type, new)?;
    let item = build(caller, &principal, item_type, new, &found, number?)?;

    let view = views::WorkItem::new(&item, &principal);
    let activity = activity_of(caller, &principal, Action::Created, &item, Vec::new());
    let answer =
        repeatable.map(|repeatable| repeatable.answer(principal.user_id, &view, caller.at)).transpose()?;
    match store.create_work_item(&item, &activity, &[], answer.as_ref()).await {
        Ok(()) => Ok(view),
        Err(CommitError::Repeated(stored)) => replay(repeatable, &stored),
        Err(error) => Err(error.into()),
    }
}

fn allow(principal: &Principal, item_type: WorkItemType, new: &NewItem) -> Result<()> {
    principal.may_in_general(match item_type {
        WorkItemType::Ticket => Operation::CreateTicket,
        WorkItemType::Task => Operation::CreateTask,
    })?;
    if new.priority.is_some_and(|priority| priority > Priority::REQUESTER_CAP) {
        principal.may_in_general(Operation::RaiseCritical)?;
    }
    if new.assignee_id.is_some() {
        principal.may_in_general(Operation::AssignOnCreate)?;
    }
    let plans = new.due_date.is_some()
        || new.estimated_minutes.is_some()
        || !new.tags.is_empty()
        || !new.checklist.is_empty();
    if plans {
        principal.may_in_general(Operation::PlanWork)?;
    }
    Ok(())
}

fn build(
    caller: &Caller,
    principal: &Principal,
    item_type: WorkItemType,
    new: &NewItem,
    found: &Fetched,
    number: String,
) -> Result<WorkItem> {
    let mut errors = Vec::new();
    let mut missing =
        |field: &str, rule: &str| errors.push(FieldError { field: field.into(), rule: rule.into() });

    let category: Option<Category> =
        new.category_id.map(|id| found.get(&Key::category(id))).transpose()?.flatten();
    let category = category.filter(|category| category.deleted_at.is_none());
    if new.category_id.is_some() && category.is_none() {
        missing("categoryId", "must be the id of a category");
    }
    let team: Option<Team> = new.team_id.map(|id| found.get(&Key::team(id))).transpose()?.flatten();
    if new.team_id.is_some() && team.is_none() {
        missing("teamId", "must be the id of a team");
    }
    let assignee: Option<User> = new.assignee_id.map(|id| found.get(&Key::user(id))).transpose()?.flatten();
    let assignee = assignee.filter(|user| user.is_active && user.role.is_staff());
    if new.assignee_id.is_some() && assignee.is_none() {
        missing("assigneeId", "must be the id of an active person who works on tickets");
    }
    let asked = category.as_ref().map_or(&[][..], |category| &category.fields);
    let custom_fields = match check_values(asked, &new.custom_fields) {
        Ok(values) => values,
        Err(broken) => {
            errors.extend(broken.into_iter().map(|(field, rule)| FieldError { field, rule }));
            FieldValues::new()
        }
    };
    let home_team = match item_type {
        WorkItemType::Ticket => None,
        WorkItemType::Task => principal.team_ids.first().copied(),
    };
    let of_category = category.as_ref().and_then(|category| category.team_id);
    let team_id = new.team_id.or(of_category).or(home_team);
    if team_id.is_none() && errors.is_empty() {
        errors.push(FieldError {
            field: "categoryId".into(),
            rule: format!("must be given, so that a team gets the {}, unless `teamId` is", item_type.noun()),
        });
    }
    let tags = normal_tags(&new.tags).map_err(|error| errors.push(error)).unwrap_or_default();
    if !errors.is_empty() {
        return Err(AppError::Invalid(errors));
    }
    let default = category.as_ref().and_then(|category| category.default_priority);
    Ok(WorkItem {
        description: rich_text::sanitise(&new.description),
        priority: new.priority.or(default).unwrap_or(Priority::Medium),
        assignee: assignee.map(|user| user.to_ref()),
        team_id,
        category_id: new.category_id,
        due_date: new.due_date,
        estimated_minutes: new.estimated_minutes,
        tags,
        checklist: trimmed_checklist(&new.checklist),
        custom_fields,
        ..WorkItem::new(item_type, number, &new.title, principal.to_ref(), caller.at)
    })
}

/// The tags as they are kept, each once.
pub(super) fn normal_tags(tags: &[String]) -> std::result::Result<Vec<String>, FieldError> {
    let mut normal: Vec<String> = Vec::new();
    for (position, text) in tags.iter().enumerate() {
        let tag = tag(text).ok_or_else(|| FieldError {
            field: format!("tags[{position}]"),
            rule: "must be 1 to 40 letters, digits and `-_.:+`".into(),
        })?;
        if !normal.contains(&tag) {
            normal.push(tag);
        }
    }
    if normal.len() > MOST_TAGS {
        return Err(FieldError { field: "tags".into(), rule: format!("must be {MOST_TAGS} at most") });
    }
    Ok(normal)
}

pub(super) fn trimmed_checklist(entries: &[ChecklistEntry]) -> Vec<ChecklistEntry> {
    entries
        .iter()
        .map(|entry| ChecklistEntry { text: entry.text.trim().to_owned(), is_done: entry.is_done })
        .collect()
}
