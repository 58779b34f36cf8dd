//! Accounts: making and changing them.

use domain::policy::Operation;
use domain::{Action, Activity, ActivityId, Change, Principal, Role, Team, TeamId, User, UserId};
use store::{CommitError, Credentials, Key, Store};

use crate::views;
use crate::{AppError, Caller, Result};

/// What an admin says of a new account; lengths are checked already.
#[derive(Debug, Clone)]
pub struct NewUser {
    /// In any case; kept in lower case.
    pub email: String,
    /// The full name.
    pub name: String,
    /// The role.
    pub role: Role,
    /// The teams, the home team first.
    pub team_ids: Vec<TeamId>,
    /// The password's hash.
    pub password_hash: String,
}

/// The fields to change; absent ones stay.
#[derive(Debug, Clone, Default)]
pub struct UserPatch {
    /// The full name.
    pub name: Option<String>,
    /// The role.
    pub role: Option<Role>,
    /// The teams, the home team first.
    pub team_ids: Option<Vec<TeamId>>,
    /// Whether the account signs in.
    pub is_active: Option<bool>,
}

/// Makes an account.
pub async fn create(store: &Store, caller: &Caller, new: NewUser) -> Result<views::User> {
    let wanted: Vec<Key> =
        [caller.session_key()].into_iter().chain(new.team_ids.iter().copied().map(Key::team)).collect();
    let found = store.fetch(&wanted).await?;
    let principal = caller.check(found.get(&caller.session_key())?)?;
    principal.may_in_general(Operation::ManageUsers)?;
    check_teams(&new.team_ids, &found)?;
    let user = new_user(&new, caller.at);
    let activity = activity_of(caller, &principal, Action::UserCreated, &user, Vec::new());
    let credentials =
        Credentials { email: user.email.clone(), user_id: user.id, password_hash: new.password_hash };
    match store.create_user(&user, &credentials, &activity).await {
        Ok(()) => Ok(user.into()),
        Err(CommitError::Taken) => Err(AppError::EmailTaken),
        Err(error) => Err(error.into()),
    }
}

/// The record of a new account.
pub fn new_user(new: &NewUser, at: domain::Instant) -> User {
    User {
        id: UserId::new(at),
        email: new.email.trim().to_lowercase(),
        name: new.name.trim().to_owned(),
        role: new.role,
        team_ids: new.team_ids.clone(),
        is_active: true,
        version: 1,
        created_at: at,
        updated_at: at,
    }
}

/// Changes an account; role, teams and activation hold from the person's next request on.
pub async fn change(store: &Store, caller: &Caller, id: UserId, patch: &UserPatch) -> Result<views::User> {
    let wanted: Vec<Key> = [caller.session_key(), Key::user(id)]
        .into_iter()
        .chain(patch.team_ids.iter().flatten().copied().map(Key::team))
        .collect();
    let found = store.fetch(&wanted).await?;
    let principal = caller.check(found.get(&caller.session_key())?)?;
    principal.may_in_general(Operation::ManageUsers)?;
    let before: User = found.get(&Key::user(id))?.ok_or(AppError::NotFound("person"))?;
    check_teams(patch.team_ids.as_deref().unwrap_or_default(), &found)?;
    if id == principal.user_id
        && (patch.is_active == Some(false) || patch.role.is_some_and(|role| role != Role::Admin))
    {
        return Err(AppError::invalid(
            if patch.is_active == Some(false) { "isActive" } else { "role" },
            "nobody can take away their own admin rights; ask another admin",
        ));
    }
    write_change(store, caller, &principal, before, patch).await
}

/// Changes the caller's own name.
pub async fn rename_self(store: &Store, caller: &Caller, name: String) -> Result<views::User> {
    let key = Key::user(caller.claims.user_id);
    let found = store.fetch(&[caller.session_key(), key.clone()]).await?;
    let principal = caller.check(found.get(&caller.session_key())?)?;
    let before: User = found.get(&key)?.ok_or(AppError::NotFound("person"))?;
    let patch = UserPatch { name: Some(name), ..UserPatch::default() };
    write_change(store, caller, &principal, before, &patch).await
}

async fn write_change(
    store: &Store,
    caller: &Caller,
    principal: &Principal,
    before: User,
    patch: &UserPatch,
) -> Result<views::User> {
    let mut after = before.clone();
    if let Some(name) = &patch.name {
        after.name = name.trim().to_owned();
    }
    after.role = patch.role.unwrap_or(before.role);
    if let Some(team_ids) = &patch.team_ids {
        after.team_ids.clone_from(team_ids);
    }
    after.is_active = patch.is_active.unwrap_or(before.is_active);
    let changes: Vec<Change> = [
        Change::between("name", &before.name, &after.name),
        Change::between("role", &before.role, &after.role),
        Change::between("teamIds", &before.team_ids, &after.team_ids),
        Change::between("isActive", &before.is_active, &after.is_active),
    ]
    .into_iter()
    .flatten()
    .collect();
    if changes.is_empty() {
        return Ok(before.into());
    }
    after.version += 1;
    after.updated_at = caller.at;
    let activity = activity_of(caller, principal, Action::UserUpdated, &after, changes);
    match store.change_user(&before, &after, &activity).await {
        Ok(()) => Ok(after.into()),
        Err(CommitError::Stale | CommitError::Taken) => Err(AppError::AccountChanged),
        Err(error) => Err(error.into()),
    }
}

fn check_teams(team_ids: &[TeamId], found: &store::Fetched) -> Result<()> {
    for (position, id) in team_ids.iter().enumerate() {
        if found.get::<Team>(&Key::team(*id))?.is_none() || team_ids[..position].contains(id) {
            return Err(AppError::invalid(
                &format!("teamIds[{position}]"),
                "must be the id of a team, named once",
            ));
        }
    }
    Ok(())
}

fn activity_of(
    caller: &Caller,
    principal: &Principal,
    action: Action,
    user: &User,
    changes: Vec<Change>,
) -> Activity {
    Activity {
        id: ActivityId::new(caller.at),
        action,
        actor: principal.to_ref(),
        actor_role: principal.role,
        ip_address: caller.ip_address.clone(),
        changes,
        work_item_id: None,
        work_item: None,
        previous_assignee: None,
        comment_id: None,
        is_internal: false,
        user_id: Some(user.id),
        is_import: caller.is_import,
        created_at: caller.at,
    }
}
