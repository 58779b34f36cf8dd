//! Raising a ticket.

use domain::policy::Operation;
use domain::{
    Action, Category, CategoryId, Principal, Priority, Status, Team, TeamId, User, UserId, WorkItem,
    WorkItemId, WorkItemType, rich_text,
};
use store::{CommitError, Fetched, Key, Store};

use super::activity_of;
use crate::idempotency::{Repeatable, replay};
use crate::views::Ticket;
use crate::{AppError, Caller, FieldError, Result};

/// What a client says of a new ticket; lengths are checked already.
#[derive(Debug, Clone)]
pub struct NewTicket {
    /// One line.
    pub title: String,
    /// HTML as the editor made it.
    pub description: String,
    /// How urgent.
    pub priority: Priority,
    /// What kind of problem.
    pub category_id: Option<CategoryId>,
    /// Whose queue; the category's team where none is given.
    pub team_id: Option<TeamId>,
    /// Who is to work on it.
    pub assignee_id: Option<UserId>,
}

/// Raises a ticket: what it refers to is read beside the session and while a number is drawn; then the ticket, its
/// number, its activity and the answer to a repeat are written together.
pub async fn create(
    store: &Store,
    caller: &Caller,
    new: &NewTicket,
    repeatable: Option<&Repeatable>,
) -> Result<Ticket> {
    let wanted: Vec<Key> = [Some(caller.session_key())]
        .into_iter()
        .chain([
            new.category_id.map(Key::category),
            new.team_id.map(Key::team),
            new.assignee_id.map(Key::user),
        ])
        .flatten()
        .collect();
    let (found, number) = tokio::join!(store.fetch(&wanted), store.next_number(WorkItemType::Ticket));
    let found = found?;
    let principal = caller.check(found.get(&caller.session_key())?)?;
    allow(&principal, new)?;
    let item = build(caller, &principal, new, &found, number?)?;

    let ticket = Ticket::new(&item, &principal);
    let activity = activity_of(caller, &principal, Action::Created, &item, Vec::new());
    let answer =
        repeatable.map(|repeatable| repeatable.answer(principal.user_id, &ticket, caller.at)).transpose()?;
    match store.create_work_item(&item, &activity, answer.as_ref()).await {
        Ok(()) => Ok(ticket),
        Err(CommitError::Repeated(stored)) => replay(repeatable, &stored),
        Err(error) => Err(error.into()),
    }
}

fn allow(principal: &Principal, new: &NewTicket) -> Result<()> {
    principal.may_in_general(Operation::CreateTicket)?;
    if new.priority > Priority::REQUESTER_CAP {
        principal.may_in_general(Operation::RaiseCritical)?;
    }
    if new.assignee_id.is_some() {
        principal.may_in_general(Operation::AssignOnCreate)?;
    }
    Ok(())
}

fn build(
    caller: &Caller,
    principal: &Principal,
    new: &NewTicket,
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
    let team_id = new.team_id.or(category.and_then(|category| category.team_id));
    if team_id.is_none() && errors.is_empty() {
        errors.push(FieldError {
            field: "categoryId".into(),
            rule: "must be given, so that a team gets the ticket, unless `teamId` is".into(),
        });
    }
    if !errors.is_empty() {
        return Err(AppError::Invalid(errors));
    }
    Ok(WorkItem {
        id: WorkItemId::new(caller.at),
        item_type: WorkItemType::Ticket,
        number,
        title: new.title.trim().to_owned(),
        description: rich_text::sanitise(&new.description),
        status: Status::Open,
        priority: new.priority,
        assignee: assignee.map(|user| user.to_ref()),
        creator: principal.to_ref(),
        team_id,
        category_id: new.category_id,
        completed_at: None,
        public_comment_count: 0,
        internal_comment_count: 0,
        version: 1,
        created_at: caller.at,
        updated_at: caller.at,
    })
}
