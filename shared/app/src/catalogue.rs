//! Teams and categories: making, changing and deleting them.

use domain::custom_field::check_fields;
use domain::policy::{Operation, TeamOperation};
use domain::{
    Action, Activity, Category, CategoryId, Change, CustomField, PersonRef, Principal, Priority, Role, Team,
    TeamId, User, UserId,
};
use store::{CommitError, Fetched, Key, ListScope, PeopleFilter, StatusFilter, Store};

use crate::work_items::read_with_session;
use crate::{AppError, Caller, FieldError, Result, views};

const TEAM: &str = "team";
const CATEGORY: &str = "category";
const PERSON: &str = "person";

/// What is said of a team: absent fields stay, or are empty in a new one; of those that may be empty, an inner none
/// empties. Lengths are checked already.
#[derive(Debug, Clone, Default)]
pub struct TeamPatch {
    /// Unique in any case.
    pub name: Option<String>,
    /// What it looks after.
    pub description: Option<Option<String>>,
    /// `#rrggbb`.
    pub color: Option<Option<String>>,
    /// Who leads it.
    pub manager_id: Option<Option<UserId>>,
}

/// The same of a category.
#[derive(Debug, Clone, Default)]
pub struct CategoryPatch {
    /// Unique in any case among those of its team.
    pub name: Option<String>,
    /// When to choose it.
    pub description: Option<Option<String>>,
    /// `#rrggbb`.
    pub color: Option<Option<String>>,
    /// The name of an icon of the app's set.
    pub icon: Option<Option<String>>,
    /// The team that looks after it.
    pub team_id: Option<Option<TeamId>>,
    /// How urgent new work is where nobody says.
    pub default_priority: Option<Option<Priority>>,
    /// What it asks for.
    pub fields: Option<Vec<CustomField>>,
}

fn trimmed(text: &str) -> String {
    text.trim().to_owned()
}

/// Makes a team.
pub async fn create_team(store: &Store, caller: &Caller, new: &TeamPatch) -> Result<views::Team> {
    let keys = new.manager_id.flatten().map(Key::user);
    let (principal, found) = read_with_session(store, caller, keys).await?;
    principal.may_in_general(Operation::ManageTeams)?;
    let mut team = Team::new(new.name.as_deref().unwrap_or_default(), caller.at);
    patch_team(&mut team, new, &found)?;
    let activity = of_team(caller, &principal, Action::TeamCreated, &team, Vec::new());
    match store.create_team(&team, Some(&activity)).await {
        Ok(()) => Ok(team.into()),
        Err(CommitError::Taken) => Err(AppError::NameTaken(TEAM)),
        Err(error) => Err(error.into()),
    }
}

/// Changes a team, if it still has `version`.
pub async fn change_team(
    store: &Store,
    caller: &Caller,
    id: TeamId,
    version: u64,
    patch: &TeamPatch,
) -> Result<views::Team> {
    let keys = [Key::team(id)].into_iter().chain(patch.manager_id.flatten().map(Key::user));
    let (principal, found) = read_with_session(store, caller, keys).await?;
    principal.may_for_team(TeamOperation::EditTeam, Some(id))?;
    let before: Team = found.get(&Key::team(id))?.ok_or(AppError::NotFound(TEAM))?;
    if before.version != version {
        return Err(AppError::stale(TEAM, &views::Team::from(before)));
    }
    let mut after = before.clone();
    patch_team(&mut after, patch, &found)?;
    let changes: Vec<Change> = [
        Change::between("name", &before.name, &after.name),
        Change::between("description", &before.description, &after.description),
        Change::between("color", &before.color, &after.color),
        Change::between("manager", &before.manager, &after.manager),
    ]
    .into_iter()
    .flatten()
    .collect();
    if changes.is_empty() {
        return Ok(after.into());
    }
    after.version += 1;
    after.updated_at = caller.at;
    let activity = of_team(caller, &principal, Action::TeamUpdated, &after, changes);
    match store.change_team(&before, &after, &activity).await {
        Ok(()) => Ok(after.into()),
        Err(CommitError::Taken) => Err(AppError::NameTaken(TEAM)),
        Err(CommitError::Stale) => {
            let current = store.team(id).await?.ok_or(AppError::NotFound(TEAM))?;
            Err(AppError::stale(TEAM, &views::Team::from(current)))
        }
        Err(error) => Err(error.into()),
    }
}

fn patch_team(team: &mut Team, patch: &TeamPatch, found: &Fetched) -> Result<()> {
    if let Some(name) = &patch.name {
        team.name = trimmed(name);
    }
    if let Some(description) = &patch.description {
        team.description = description.as_deref().map(trimmed).filter(|text| !text.is_empty());
    }
    if let Some(color) = &patch.color {
        team.color.clone_from(color);
    }
    if let Some(manager) = patch.manager_id {
        team.manager = manager.map(|id| leader(id, found)).transpose()?;
    }
    Ok(())
}

fn leader(id: UserId, found: &Fetched) -> Result<PersonRef> {
    let person: Option<User> = found.get(&Key::user(id))?;
    person
        .filter(|person| person.is_active && matches!(person.role, Role::Admin | Role::Manager))
        .map(|person| person.to_ref())
        .ok_or_else(|| AppError::invalid("managerId", "must be the id of an active manager or admin"))
}

/// Deletes a team that nobody is in and nothing waits for. Finished work keeps its id.
pub async fn delete_team(store: &Store, caller: &Caller, id: TeamId) -> Result<()> {
    let (principal, found) = read_with_session(store, caller, [Key::team(id)]).await?;
    principal.may_in_general(Operation::ManageTeams)?;
    let team: Team = found.get(&Key::team(id))?.ok_or(AppError::NotFound(TEAM))?;
    let queue = ListScope::Teams(vec![id]);
    let open = |item_type| store.work_items(item_type, &queue, StatusFilter::Active, None, 1);
    let filter = PeopleFilter { team: Some(id), ..PeopleFilter::default() };
    let (members, tickets, tasks, categories) = tokio::try_join!(
        store.users(&filter, None, 1),
        open(domain::WorkItemType::Ticket),
        open(domain::WorkItemType::Task),
        store.categories(None, MOST_CATEGORIES),
    )?;
    if !members.items.is_empty() {
        return Err(AppError::Conflict("the team has members; take them out first"));
    }
    if !tickets.items.is_empty() || !tasks.items.is_empty() {
        return Err(AppError::Conflict("the team has open work; give it to another team first"));
    }
    if categories.items.iter().any(|category| category.team_id == Some(id)) {
        return Err(AppError::Conflict("the team has categories; give them to another team first"));
    }
    let activity = of_team(caller, &principal, Action::TeamDeleted, &team, Vec::new());
    match store.delete_team(&team, &activity).await {
        Err(CommitError::Stale) => {
            Err(AppError::Conflict("the team has changed since it was read; try again"))
        }
        other => Ok(other?),
    }
}

/// As many as are looked through for one that belongs to a team.
const MOST_CATEGORIES: usize = 1000;

/// Makes a category.
pub async fn create_category(store: &Store, caller: &Caller, new: &CategoryPatch) -> Result<views::Category> {
    let team = new.team_id.flatten();
    let (principal, found) = read_with_session(store, caller, team.map(Key::team)).await?;
    principal.may_for_team(TeamOperation::ManageCategories, team)?;
    let mut category = Category::new(new.name.as_deref().unwrap_or_default(), team, caller.at);
    patch_category(&mut category, new, &found)?;
    let activity = of_category(caller, &principal, Action::CategoryCreated, &category, Vec::new());
    match store.create_category(&category, Some(&activity)).await {
        Ok(()) => Ok(category.into()),
        Err(CommitError::Taken) => Err(AppError::NameTaken(CATEGORY)),
        Err(CommitError::Stale) => Err(AppError::Conflict("the team has just been deleted; try again")),
        Err(error) => Err(error.into()),
    }
}

/// Changes a category, if it still has `version`. Work that has it keeps the answers that it has.
pub async fn change_category(
    store: &Store,
    caller: &Caller,
    id: CategoryId,
    version: u64,
    patch: &CategoryPatch,
) -> Result<views::Category> {
    let team = patch.team_id.flatten();
    let keys = [Key::category(id)].into_iter().chain(team.map(Key::team));
    let (principal, found) = read_with_session(store, caller, keys).await?;
    let before = present(&found, id);
    // Nobody learns from the answer which categories there are who may change none.
    principal.may_for_team(
        TeamOperation::ManageCategories,
        before.as_ref().map_or(principal.team_ids.first().copied(), |category| category.team_id),
    )?;
    let before = before?;
    if patch.team_id.is_some() {
        principal.may_for_team(TeamOperation::ManageCategories, team)?;
    }
    if before.version != version {
        return Err(AppError::stale(CATEGORY, &views::Category::from(before)));
    }
    let mut after = before.clone();
    patch_category(&mut after, patch, &found)?;
    let changes: Vec<Change> = [
        Change::between("name", &before.name, &after.name),
        Change::between("description", &before.description, &after.description),
        Change::between("color", &before.color, &after.color),
        Change::between("icon", &before.icon, &after.icon),
        Change::between("teamId", &before.team_id, &after.team_id),
        Change::between("defaultPriority", &before.default_priority, &after.default_priority),
        Change::between("fields", &before.fields, &after.fields),
    ]
    .into_iter()
    .flatten()
    .collect();
    if changes.is_empty() {
        return Ok(after.into());
    }
    write_category(store, caller, &principal, Action::CategoryUpdated, &before, after, changes).await
}

/// Deletes a category: it is in no list and takes no new work. Work that has it keeps it.
pub async fn delete_category(store: &Store, caller: &Caller, id: CategoryId) -> Result<()> {
    let (principal, found) = read_with_session(store, caller, [Key::category(id)]).await?;
    let before = present(&found, id);
    principal.may_for_team(
        TeamOperation::ManageCategories,
        before.as_ref().map_or(principal.team_ids.first().copied(), |category| category.team_id),
    )?;
    let before = before?;
    let after = Category { deleted_at: Some(caller.at), ..before.clone() };
    write_category(store, caller, &principal, Action::CategoryDeleted, &before, after, Vec::new()).await?;
    Ok(())
}

fn present(found: &Fetched, id: CategoryId) -> Result<Category> {
    let category: Option<Category> = found.get(&Key::category(id))?;
    category.filter(|category| category.deleted_at.is_none()).ok_or(AppError::NotFound(CATEGORY))
}

async fn write_category(
    store: &Store,
    caller: &Caller,
    principal: &Principal,
    action: Action,
    before: &Category,
    mut after: Category,
    changes: Vec<Change>,
) -> Result<views::Category> {
    after.version += 1;
    after.updated_at = caller.at;
    let activity = of_category(caller, principal, action, &after, changes);
    match store.change_category(before, &after, &activity).await {
        Ok(()) => Ok(after.into()),
        Err(CommitError::Taken) => Err(AppError::NameTaken(CATEGORY)),
        Err(CommitError::Stale) => {
            let current = store.category(before.id).await?;
            let current = current.filter(|category| category.deleted_at.is_none());
            Err(AppError::stale(
                CATEGORY,
                &views::Category::from(current.ok_or(AppError::NotFound(CATEGORY))?),
            ))
        }
        Err(error) => Err(error.into()),
    }
}

fn patch_category(category: &mut Category, patch: &CategoryPatch, found: &Fetched) -> Result<()> {
    if let Some(name) = &patch.name {
        category.name = trimmed(name);
    }
    if let Some(description) = &patch.description {
        category.description = description.as_deref().map(trimmed).filter(|text| !text.is_empty());
    }
    if let Some(color) = &patch.color {
        category.color.clone_from(color);
    }
    if let Some(icon) = &patch.icon {
        category.icon.clone_from(icon);
    }
    if let Some(team) = patch.team_id {
        if let Some(id) = team {
            found
                .get::<Team>(&Key::team(id))?
                .ok_or_else(|| AppError::invalid("teamId", "must be the id of a team"))?;
        }
        category.team_id = team;
    }
    if let Some(priority) = patch.default_priority {
        category.default_priority = priority;
    }
    if let Some(fields) = &patch.fields {
        let broken = check_fields(fields);
        if !broken.is_empty() {
            return Err(AppError::Invalid(
                broken.into_iter().map(|(field, rule)| FieldError { field, rule }).collect(),
            ));
        }
        category.fields.clone_from(fields);
    }
    Ok(())
}

fn of_team(
    caller: &Caller,
    principal: &Principal,
    action: Action,
    team: &Team,
    changes: Vec<Change>,
) -> Activity {
    Activity { changes, team_id: Some(team.id), ..caller.activity(principal, action) }
}

fn of_category(
    caller: &Caller,
    principal: &Principal,
    action: Action,
    category: &Category,
    changes: Vec<Change>,
) -> Activity {
    Activity { changes, category_id: Some(category.id), ..caller.activity(principal, action) }
}

/// Takes somebody into a team.
pub async fn add_member(store: &Store, caller: &Caller, team: TeamId, person: UserId) -> Result<()> {
    change_membership(store, caller, team, person, |teams| {
        if !teams.contains(&team) {
            teams.push(team);
        }
    })
    .await
}

/// Takes somebody out of a team.
pub async fn remove_member(store: &Store, caller: &Caller, team: TeamId, person: UserId) -> Result<()> {
    change_membership(store, caller, team, person, |teams| teams.retain(|one| *one != team)).await
}

async fn change_membership(
    store: &Store,
    caller: &Caller,
    team: TeamId,
    person: UserId,
    change: impl FnOnce(&mut Vec<TeamId>),
) -> Result<()> {
    let (principal, found) = read_with_session(store, caller, [Key::team(team), Key::user(person)]).await?;
    principal.may_for_team(TeamOperation::ManageMembers, Some(team))?;
    found.get::<Team>(&Key::team(team))?.ok_or(AppError::NotFound(TEAM))?;
    let before: Option<User> = found.get(&Key::user(person))?;
    let before = before.filter(|user| user.deleted_at.is_none()).ok_or(AppError::NotFound(PERSON))?;
    let mut team_ids = before.team_ids.clone();
    change(&mut team_ids);
    if team_ids.len() > crate::accounts::MOST_TEAMS {
        return Err(AppError::Conflict("the person is in ten teams already, which is the most"));
    }
    crate::accounts::set_teams(store, caller, &principal, &before, team_ids).await
}
