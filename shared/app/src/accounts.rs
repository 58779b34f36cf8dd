//! Accounts: making, changing and deleting them.

use domain::policy::Operation;
use domain::{Action, Activity, Change, Principal, Role, Session, Team, TeamId, User, UserId};
use store::{AccountChange, CommitError, Credentials, CredentialsChange, Key, Store, UploadChange};

use crate::views;
use crate::{AppError, Caller, Result};

/// The most teams of one person.
pub const MOST_TEAMS: usize = 10;

/// What a person who is not there is called.
pub(crate) const PERSON: &str = "person";

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
}

/// The fields to change; absent ones stay.
#[derive(Debug, Clone, Default)]
pub struct UserPatch {
    /// In any case; kept in lower case.
    pub email: Option<String>,
    /// The full name.
    pub name: Option<String>,
    /// The role.
    pub role: Option<Role>,
    /// The teams, the home team first.
    pub team_ids: Option<Vec<TeamId>>,
    /// Whether the account signs in.
    pub is_active: Option<bool>,
}

/// Makes an account. Its person is invited by mail to choose a password.
pub async fn create(store: &Store, caller: &Caller, new: NewUser) -> Result<views::User> {
    let wanted: Vec<Key> =
        [caller.session_key()].into_iter().chain(new.team_ids.iter().copied().map(Key::team)).collect();
    let found = store.fetch(&wanted).await?;
    let principal = caller.check(found.get(&caller.session_key())?)?;
    principal.may_in_general(Operation::ManageUsers)?;
    check_teams(&new.team_ids, &found)?;
    let user =
        User { is_invited: true, ..User::new(&new.email, &new.name, new.role, new.team_ids, caller.at) };
    let activity = activity_of(caller, &principal, Action::UserCreated, &user, Vec::new());
    match store.create_user(&user, &Credentials::new(&user, None), &activity).await {
        Ok(()) => Ok(user.into()),
        Err(CommitError::Taken) => Err(AppError::EmailTaken),
        Err(CommitError::Stale) => Err(AppError::Conflict("a team has just been deleted; try again")),
        Err(error) => Err(error.into()),
    }
}

/// An admin at work on somebody's account.
struct Administration {
    principal: Principal,
    /// The admin, who must still be one when the change is written: so two admins cannot remove each other at once,
    /// and one is always left.
    admin: User,
    person: User,
    found: store::Fetched,
}

impl Administration {
    async fn of(store: &Store, caller: &Caller, id: UserId, teams: &[TeamId]) -> Result<Self> {
        let own = Key::user(caller.claims.user_id);
        let wanted: Vec<Key> = [caller.session_key(), own.clone(), Key::user(id)]
            .into_iter()
            .chain(teams.iter().copied().map(Key::team))
            .collect();
        let found = store.fetch(&wanted).await?;
        let session: Option<Session> = found.get(&caller.session_key())?;
        let principal = caller.check(session)?;
        principal.may_in_general(Operation::ManageUsers)?;
        let admin = found.get(&own)?.ok_or(AppError::NotFound(PERSON))?;
        let person: Option<User> = found.get(&Key::user(id))?;
        let person = person.filter(|person| person.deleted_at.is_none()).ok_or(AppError::NotFound(PERSON))?;
        Ok(Self { principal, admin, person, found })
    }

    /// Nobody takes away their own rights, so that the last admin stays one.
    fn refuse_self(&self, field: &str) -> Result<()> {
        if self.person.id == self.admin.id {
            return Err(AppError::invalid(
                field,
                "nobody can take away their own admin rights; ask another admin",
            ));
        }
        Ok(())
    }
}

/// Changes an account; role, teams and activation hold from the person's next request on.
pub async fn change(
    store: &Store,
    caller: &Caller,
    id: UserId,
    version: u64,
    patch: &UserPatch,
) -> Result<views::User> {
    let teams = patch.team_ids.as_deref().unwrap_or_default();
    let administration = Administration::of(store, caller, id, teams).await?;
    let before = &administration.person;
    if before.version != version {
        return Err(AppError::stale(PERSON, &views::User::from(before.clone())));
    }
    check_teams(teams, &administration.found)?;
    if patch.is_active == Some(false) {
        administration.refuse_self("isActive")?;
    }
    if patch.role.is_some_and(|role| role != Role::Admin) {
        administration.refuse_self("role")?;
    }
    let after = patched(before, patch);
    let credentials = if after.email == before.email {
        None
    } else {
        let old = store.credentials(&before.email).await?.ok_or(AppError::AccountChanged)?;
        let new = Credentials { email: after.email.clone(), version: old.version + 1, ..old.clone() };
        Some((old, new))
    };
    let write_with = Write { actor: Some(&administration.admin), credentials, pictures: Vec::new() };
    write(store, caller, &administration.principal, before, after, write_with).await
}

/// Puts the person into these teams, with effect on the next request.
pub(crate) async fn set_teams(
    store: &Store,
    caller: &Caller,
    principal: &Principal,
    before: &User,
    team_ids: Vec<TeamId>,
) -> Result<()> {
    let after = patched(before, &UserPatch { team_ids: Some(team_ids), ..UserPatch::default() });
    write(store, caller, principal, before, after, Write::default()).await?;
    Ok(())
}

/// Changes the caller's own name.
pub async fn rename_self(store: &Store, caller: &Caller, name: String) -> Result<views::User> {
    let key = Key::user(caller.claims.user_id);
    let found = store.fetch(&[caller.session_key(), key.clone()]).await?;
    let principal = caller.check(found.get(&caller.session_key())?)?;
    let before: User = found.get(&key)?.ok_or(AppError::NotFound(PERSON))?;
    let patch = UserPatch { name: Some(name), ..UserPatch::default() };
    let after = patched(&before, &patch);
    write(store, caller, &principal, &before, after, Write::default()).await
}

/// Invites the person once more to choose a password.
pub async fn invite(store: &Store, caller: &Caller, id: UserId) -> Result<()> {
    let administration = Administration::of(store, caller, id, &[]).await?;
    let person = &administration.person;
    if !person.is_active || !person.is_invited {
        return Err(AppError::Conflict("only somebody who has not chosen a password yet can be invited"));
    }
    let activity = activity_of(caller, &administration.principal, Action::UserInvited, person, Vec::new());
    Ok(store.record(&activity).await?)
}

/// Takes the second factor off the account of somebody who has lost it.
pub async fn reset_second_factor(store: &Store, caller: &Caller, id: UserId) -> Result<()> {
    let administration = Administration::of(store, caller, id, &[]).await?;
    let person = &administration.person;
    let before = store.credentials(&person.email).await?.ok_or(AppError::NotFound(PERSON))?;
    if before.second_factor.is_none() {
        return Ok(());
    }
    let after = Credentials {
        second_factor: None,
        proposed_secret: None,
        version: before.version + 1,
        ..before.clone()
    };
    let changes = Change::between("twoFactor", &true, &false).into_iter().collect();
    let activity =
        activity_of(caller, &administration.principal, Action::SecondFactorChanged, person, changes);
    match store.change_credentials(&before, &after, Some(&activity)).await {
        Err(CommitError::Stale) => Err(AppError::AccountChanged),
        other => Ok(other?),
    }
}

/// Deletes an account: it signs in nowhere, is in no list, and its e-mail is free. What the person did stays, under
/// the name that it was done by; open work stays with the person until somebody takes it over.
pub async fn delete(store: &Store, caller: &Caller, id: UserId) -> Result<()> {
    let administration = Administration::of(store, caller, id, &[]).await?;
    administration.refuse_self("id")?;
    let before = &administration.person;
    let credentials = store.credentials(&before.email).await?.ok_or(AppError::AccountChanged)?;
    let after = User {
        is_active: false,
        is_invited: false,
        team_ids: Vec::new(),
        avatar: None,
        deleted_at: Some(caller.at),
        version: before.version + 1,
        updated_at: caller.at,
        ..before.clone()
    };
    let activity = activity_of(caller, &administration.principal, Action::UserDeleted, &after, Vec::new());
    let change = AccountChange {
        credentials: Some(CredentialsChange::Remove(&credentials)),
        pictures: crate::pictures::given_up(store, caller, before).await?.into_iter().collect(),
        actor: Some(&administration.admin),
        ..AccountChange::new(before, &after, &activity)
    };
    match store.change_account(&change).await {
        Err(CommitError::Stale) => Err(AppError::AccountChanged),
        other => Ok(other?),
    }
}

fn patched(before: &User, patch: &UserPatch) -> User {
    let mut after = before.clone();
    if let Some(email) = &patch.email {
        after.email = email.trim().to_lowercase();
    }
    if let Some(name) = &patch.name {
        after.name = name.trim().to_owned();
    }
    after.role = patch.role.unwrap_or(before.role);
    if let Some(team_ids) = &patch.team_ids {
        after.team_ids.clone_from(team_ids);
    }
    after.is_active = patch.is_active.unwrap_or(before.is_active);
    after
}

/// What is written along with a changed account.
#[derive(Default)]
pub(crate) struct Write<'a> {
    /// Who makes the change, where that person must still be as they were read.
    pub(crate) actor: Option<&'a User>,
    /// The credentials before and after.
    pub(crate) credentials: Option<(Credentials, Credentials)>,
    /// The pictures that come and go.
    pub(crate) pictures: Vec<UploadChange>,
}

pub(crate) async fn write(
    store: &Store,
    caller: &Caller,
    principal: &Principal,
    before: &User,
    mut after: User,
    Write { actor, credentials, pictures }: Write<'_>,
) -> Result<views::User> {
    let changes: Vec<Change> = [
        Change::between("email", &before.email, &after.email),
        Change::between("name", &before.name, &after.name),
        Change::between("role", &before.role, &after.role),
        Change::between("teamIds", &before.team_ids, &after.team_ids),
        Change::between("isActive", &before.is_active, &after.is_active),
        Change::between("avatar", &before.avatar, &after.avatar),
    ]
    .into_iter()
    .flatten()
    .collect();
    if changes.is_empty() {
        return Ok(after.into());
    }
    after.version += 1;
    after.updated_at = caller.at;
    let activity = activity_of(caller, principal, Action::UserUpdated, &after, changes);
    let change = AccountChange {
        credentials: credentials.as_ref().map(|(old, new)| CredentialsChange::Replace(old, new)),
        actor,
        pictures,
        ..AccountChange::new(before, &after, &activity)
    };
    match store.change_account(&change).await {
        Ok(()) => Ok(after.into()),
        Err(CommitError::Taken) if credentials.is_some() => Err(AppError::EmailTaken),
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
    Activity { changes, user_id: Some(user.id), ..caller.activity(principal, action) }
}
