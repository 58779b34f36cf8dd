//! Raising a ticket, and making a task.

use domain::custom_field::check_values;
use domain::policy::{Operation, Standing};
use domain::work_item::{MOST_TAGS, tag};
use domain::{
    Action, AttachmentId, Category, CategoryId, ChecklistEntry, FieldValues, Instant, Principal, Priority,
    Settings, Target, Team, TeamId, User, UserId, WorkItem, WorkItemType,
};
use store::{CommitError, Fetched, Key, Store};

use super::{TRIES, activity_of, read_with_session};
use crate::idempotency::{Repeatable, earlier, replay};
use crate::{AppError, Caller, FieldError, Result, rich, uploads, views};

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
    /// In whose name a ticket is raised; the caller's own where none is given.
    pub requester_id: Option<UserId>,
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
    /// Uploads that go on it.
    pub upload_keys: Vec<AttachmentId>,
}

/// Raises an item: what it refers to is read beside the session and while a number is drawn; then the item, its
/// number, its files, its activity and the answer to a repeat are written together.
pub async fn create(
    store: &Store,
    caller: &Caller,
    item_type: WorkItemType,
    new: &NewItem,
    repeatable: Option<&Repeatable>,
) -> Result<views::WorkItem> {
    let keys = [
        Some(Key::settings()),
        new.category_id.map(Key::category),
        new.team_id.map(Key::team),
        new.assignee_id.map(Key::user),
        new.requester_id.filter(|requester| Some(*requester) != new.assignee_id).map(Key::user),
    ];
    let keys: Vec<Key> =
        keys.into_iter().flatten().chain(new.upload_keys.iter().copied().map(Key::upload)).collect();
    let (mut read, number) =
        tokio::join!(read_with_session(store, caller, keys.clone()), store.next_number(item_type),);
    let number = number?;
    for _ in 0..TRIES {
        let (principal, found) = read?;
        let settings: Settings = found.get(&Key::settings())?.unwrap_or_default();
        allow(&principal, item_type, new, &settings)?;
        let item = build(caller, &principal, item_type, new, &found, number.clone())?;
        let target = Target { work_item_id: item.id, item_type, is_internal: false };
        let claimed = match uploads::claim(&found, &principal, &new.upload_keys, &target) {
            Ok(claimed) => claimed,
            Err(refusal) => return earlier(store, principal.user_id, repeatable).await?.ok_or(refusal),
        };
        let view = views::WorkItem::new(&item, &principal);
        let changes = uploads::change_of(&claimed).into_iter().collect();
        let activity = activity_of(caller, &principal, Action::Created, &item, changes);
        let answer = repeatable
            .map(|repeatable| repeatable.answer(principal.user_id, &view, caller.at))
            .transpose()?;
        match store.create_work_item(&item, &activity, &[], &claimed, answer.as_ref()).await {
            Ok(()) => return Ok(view),
            Err(CommitError::Repeated(stored)) => return replay(repeatable, &stored),
            // An upload was looked at in this moment.
            Err(CommitError::Stale) => read = read_with_session(store, caller, keys.clone()).await,
            Err(error) => return Err(error.into()),
        }
    }
    Err(AppError::Contended)
}

fn allow(principal: &Principal, item_type: WorkItemType, new: &NewItem, settings: &Settings) -> Result<()> {
    principal.may_in_general(match item_type {
        WorkItemType::Ticket => Operation::CreateTicket,
        WorkItemType::Task => Operation::CreateTask,
    })?;
    if new.priority.is_some_and(|priority| priority > settings.requester_priority_cap) {
        principal.may_in_general(Operation::RaiseCritical)?;
    }
    if new.assignee_id.is_some() {
        principal.may_in_general(Operation::AssignOnCreate)?;
    }
    if new.requester_id.is_some() {
        principal.may_in_general(Operation::RaiseForAnother)?;
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
    let requester = match new.requester_id {
        None => Some(principal.to_ref()),
        Some(_) if item_type == WorkItemType::Task => None,
        Some(id) => {
            let person: Option<User> = found.get(&Key::user(id))?;
            person.filter(|person| person.is_active).map(|person| person.to_ref())
        }
    };
    if requester.is_none() {
        missing("requesterId", "must be the id of an active person, and only of a ticket");
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
    let description = match rich::kept("description", &new.description) {
        Ok(description) => description,
        Err(AppError::Invalid(broken)) => {
            errors.extend(broken);
            String::new()
        }
        Err(error) => return Err(error),
    };
    let tags = normal_tags(&new.tags).map_err(|error| errors.push(error)).unwrap_or_default();
    if !errors.is_empty() {
        return Err(AppError::Invalid(errors));
    }
    let default = category.as_ref().and_then(|category| category.default_priority);
    let mut item = WorkItem {
        description,
        priority: new.priority.or(default).unwrap_or(Priority::Medium),
        assignee: assignee.map(|user| user.to_ref()),
        team_id,
        category_id: new.category_id,
        due_date: new.due_date,
        estimated_minutes: new.estimated_minutes,
        tags,
        checklist: trimmed_checklist(&new.checklist),
        custom_fields,
        ..WorkItem::new(
            item_type,
            number,
            &new.title,
            requester.unwrap_or_else(|| principal.to_ref()),
            caller.at,
        )
    };
    if principal.standing(&item) == Standing::Stranger {
        // Who raises it for another, and for another team, goes on to see it.
        item.watchers.push(principal.to_ref());
    }
    Ok(item)
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
