//! Accounts, their credentials and their sessions.

use domain::{Activity, Role, Session, SessionId, TeamId, User, UserId};
use serde::{Deserialize, Serialize};

use crate::query::{Order, Range};
use crate::record::{Index, Place, Record};
use crate::transaction::{Transaction, Versioned};
use crate::work_items::within;
use crate::{CommitError, Cursor, Page, Result, Store, StoreError, keys};

/// What a sign-in is checked against. It stands under the e-mail, so the e-mail is unique, and apart from the
/// person, so the hash is read by nobody else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Credentials {
    /// In lower case.
    pub email: String,
    /// Whose they are.
    pub user_id: UserId,
    /// An argon2id hash in PHC form.
    pub password_hash: String,
}

impl Record for Credentials {
    fn kind(&self) -> &'static str {
        "CREDENTIALS"
    }

    fn place(&self) -> Place {
        Place::at(keys::credentials(&self.email))
    }
}

/// That a person belongs to a team; a copy of the person, so that the team's members are one Query.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Membership {
    #[serde(flatten)]
    user: User,
    member_of: TeamId,
}

impl Record for Membership {
    fn kind(&self) -> &'static str {
        "MEMBERSHIP"
    }

    fn place(&self) -> Place {
        Place::at(keys::membership(self.user.id, self.member_of)).listed(
            Index::Two,
            keys::members_of(self.member_of),
            keys::by_name(&self.user.name, self.user.id),
        )
    }
}

/// What the change of an account means for one of its sign-ins.
enum SessionChange<'a> {
    /// The account is no longer active.
    End(&'a Session),
    /// Name, role or teams are others.
    Update(&'a Session, Session),
}

impl<'a> SessionChange<'a> {
    fn of(session: &'a Session, after: &User) -> Option<Self> {
        if !after.is_active {
            return Some(Self::End(session));
        }
        let changed = Session {
            name: after.name.clone(),
            role: after.role,
            team_ids: after.team_ids.clone(),
            ..session.clone()
        };
        (changed != *session).then_some(Self::Update(session, changed))
    }

    fn add_to(self, transaction: Transaction<'_>) -> Result<Transaction<'_>> {
        match self {
            Self::End(session) => transaction.delete(&keys::session(session.user_id, session.id)),
            Self::Update(before, after) => transaction.change(before, &after, Versioned::Not),
        }
    }
}

fn by_name(index: Index, partition: String) -> Range {
    Range {
        index: Some(index),
        partition,
        from: " ".into(),
        to: char::MAX.to_string(),
        order: Order::Ascending,
    }
}

impl Store {
    /// The person.
    pub async fn user(&self, id: UserId) -> Result<Option<User>> {
        self.get(&keys::user(id)).await
    }

    /// People by name.
    pub async fn users(
        &self,
        role: Option<Role>,
        team: Option<TeamId>,
        after: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<User>> {
        match (team, role) {
            (Some(team), role) => {
                let page: Page<User> =
                    self.page(&by_name(Index::Two, keys::members_of(team)), after, limit).await?;
                Ok(page.filter_map(|user| role.is_none_or(|role| user.role == role).then_some(user)))
            }
            (None, Some(role)) => {
                self.page(&by_name(Index::One, keys::users_of_role(role)), after, limit).await
            }
            (None, None) => self.page(&by_name(Index::Four, keys::USERS.into()), after, limit).await,
        }
    }

    /// What to check a sign-in against.
    pub async fn credentials(&self, email: &str) -> Result<Option<Credentials>> {
        self.get(&keys::credentials(email)).await
    }

    /// A new account: the person, the credentials, the memberships and the activity.
    ///
    /// # Errors
    /// [`CommitError::Taken`] where the e-mail has an account.
    pub async fn create_user(
        &self,
        user: &User,
        credentials: &Credentials,
        activity: &Activity,
    ) -> std::result::Result<(), CommitError> {
        let mut transaction = self.transaction().create(user)?.create(credentials)?.create(activity)?;
        for team in &user.team_ids {
            transaction = transaction.create(&Membership { user: user.clone(), member_of: *team })?;
        }
        transaction.commit().await
    }

    /// A changed account. Its sessions take the new name, role and teams in the same transaction, or end where
    /// the account is no longer active: so the change holds from the person's next request on.
    pub async fn change_user(
        &self,
        before: &User,
        after: &User,
        activity: &Activity,
    ) -> std::result::Result<(), CommitError> {
        let sessions = self.sessions(before.id).await?;
        let mut transaction =
            self.transaction().change(before, after, Versioned::By(before.version))?.create(activity)?;
        for team in &before.team_ids {
            if !after.team_ids.contains(team) {
                transaction = transaction.delete(&keys::membership(before.id, *team))?;
            }
        }
        for team in &after.team_ids {
            let member = |user: &User| Membership { user: user.clone(), member_of: *team };
            transaction = if before.team_ids.contains(team) {
                transaction.change(&member(before), &member(after), Versioned::Not)?
            } else {
                transaction.create(&member(after))?
            };
        }
        for session in &sessions {
            if let Some(change) = SessionChange::of(session, after) {
                transaction = change.add_to(transaction)?;
            }
        }
        transaction.commit().await?;

        // A sign-in that was under way is either in the table by now or refused, since it asks for the version that
        // has just gone: so what is read here is all that is left to bring in line.
        for session in self.sessions(before.id).await? {
            if let Some(change) = SessionChange::of(&session, after) {
                match change.add_to(self.transaction())?.commit().await {
                    // It ended meanwhile.
                    Ok(()) | Err(CommitError::Stale) => {}
                    Err(error) => return Err(error),
                }
            }
        }
        Ok(())
    }

    /// A sign-in, whether or not it is still good.
    pub async fn session(&self, user: UserId, id: SessionId) -> Result<Option<Session>> {
        self.get(&keys::session(user, id)).await
    }

    /// The person's newest sign-ins. [`Store::put_session`] keeps them within the bound.
    pub async fn sessions(&self, user: UserId) -> Result<Vec<Session>> {
        let range = within(keys::user_partition(user), keys::SESSION);
        Ok(self.page(&range, None, Self::MOST_SESSIONS).await?.items)
    }

    /// The most sign-ins of one person at one time; a further one ends the oldest.
    pub const MOST_SESSIONS: usize = 50;

    /// A new sign-in of the person as `user` was read.
    ///
    /// # Errors
    /// [`CommitError::Stale`] where the account has changed since: it may be deactivated, or of another role.
    pub async fn put_session(&self, session: &Session, user: &User) -> std::result::Result<(), CommitError> {
        let existing = self.sessions(session.user_id).await?;
        let mut transaction =
            self.transaction().require_version(&keys::user(user.id), user.version)?.create(session)?;
        for old in existing.iter().skip(Self::MOST_SESSIONS - 1) {
            transaction = transaction.delete(&keys::session(old.user_id, old.id))?;
        }
        transaction.commit().await
    }

    /// Replaces the refresh token, if `before` still holds.
    ///
    /// # Errors
    /// [`CommitError::Stale`] where another request was first.
    pub async fn rotate_session(
        &self,
        before: &Session,
        after: &Session,
    ) -> std::result::Result<(), CommitError> {
        let changed = self.transaction().update(&keys::session(before.user_id, before.id), |update| {
            update
                .update_expression(
                    "SET refreshHash = :new, previousRefreshHash = :old, refreshedAt = :at, expiresAt = :expires",
                )
                .condition_expression("refreshHash = :old")
                .expression_attribute_values(":new", text(&after.refresh_hash))
                .expression_attribute_values(":old", text(&before.refresh_hash))
                .expression_attribute_values(":at", text(&after.refreshed_at.to_string()))
                .expression_attribute_values(
                    ":expires",
                    aws_sdk_dynamodb::types::AttributeValue::N(after.expires_at.to_string()),
                )
        })?;
        changed.commit().await
    }

    /// Ends a sign-in; one that has ended already is no error.
    pub async fn end_session(&self, user: UserId, id: SessionId) -> Result<()> {
        self.client
            .delete_item()
            .table_name(&self.table)
            .set_key(Some(keys::session(user, id).to_attributes()))
            .send()
            .await
            .map_err(|error| StoreError::call("DeleteItem", error))?;
        Ok(())
    }
}

fn text(value: &str) -> aws_sdk_dynamodb::types::AttributeValue {
    aws_sdk_dynamodb::types::AttributeValue::S(value.to_owned())
}
