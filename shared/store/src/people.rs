//! Accounts and their sessions.

use domain::person_search::words;
use domain::{Activity, PersonSearch, Role, Session, SessionId, TeamId, User, UserId};
use serde::{Deserialize, Serialize};

use crate::credentials::{Credentials, PasswordLink};
use crate::query::{Order, Range};
use crate::record::{Index, Place, Record};
use crate::transaction::{Transaction, Versioned};
use crate::work_items::within;
use crate::{CommitError, Cursor, Page, Result, Store, StoreError, UploadChange, keys};

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

/// A word by which a person is found; a copy of the person, so that those whom it finds are one Query.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct PersonWord {
    #[serde(flatten)]
    user: User,
    word: String,
}

impl PersonWord {
    fn all_of(user: &User) -> impl Iterator<Item = Self> {
        words(user).into_iter().map(|word| Self { user: user.clone(), word })
    }
}

impl Record for PersonWord {
    fn kind(&self) -> &'static str {
        "PERSON_WORD"
    }

    fn place(&self) -> Place {
        let sort = || keys::by_name(&format!("{}#{}", self.word, self.user.name), self.user.id);
        Place::at(keys::person_word(self.user.id, &self.word))
            .listed(Index::One, keys::words_of_role(self.user.role), sort())
            .listed(Index::Four, keys::WORDS, sort())
    }
}

/// What becomes of a person's sign-ins when the account changes. Where it is no longer active, all of them end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignIns {
    /// They go on, with the new name, role and teams.
    Follow,
    /// They end.
    End,
    /// They end but for the one that asks.
    EndOthers(SessionId),
}

/// What becomes of credentials.
#[derive(Debug, Clone, Copy)]
pub enum CredentialsChange<'a> {
    /// They become others, perhaps under another e-mail.
    Replace(&'a Credentials, &'a Credentials),
    /// They go.
    Remove(&'a Credentials),
}

/// A change of an account, with what must change in the same moment.
#[derive(Debug, Clone)]
pub struct AccountChange<'a> {
    /// The person as it was read.
    pub before: &'a User,
    /// The person as it shall be.
    pub after: &'a User,
    /// The record of the change.
    pub activity: &'a Activity,
    /// What becomes of the sign-ins.
    pub sign_ins: SignIns,
    /// What becomes of the credentials.
    pub credentials: Option<CredentialsChange<'a>>,
    /// What becomes of pictures: the one that is chosen, and the one before.
    pub pictures: Vec<UploadChange>,
    /// The link that allowed the change, which is used up by it.
    pub used_link: Option<&'a PasswordLink>,
    /// Who makes it, where that person must still be as they were read.
    pub actor: Option<&'a User>,
}

impl<'a> AccountChange<'a> {
    /// A change of the person alone, which the sign-ins follow.
    pub fn new(before: &'a User, after: &'a User, activity: &'a Activity) -> Self {
        Self {
            before,
            after,
            activity,
            sign_ins: SignIns::Follow,
            credentials: None,
            pictures: Vec::new(),
            used_link: None,
            actor: None,
        }
    }

    /// What the change means for one sign-in, added to `transaction`; none where it means nothing.
    fn of_session<'t>(
        &self,
        session: &Session,
        transaction: Transaction<'t>,
    ) -> Result<(Transaction<'t>, bool)> {
        let ends = !self.after.is_active
            || match self.sign_ins {
                SignIns::Follow => false,
                SignIns::End => true,
                SignIns::EndOthers(kept) => session.id != kept,
            };
        if ends {
            return Ok((transaction.delete(&keys::session(session.user_id, session.id))?, true));
        }
        let changed = Session {
            name: self.after.name.clone(),
            avatar: self.after.avatar,
            role: self.after.role,
            team_ids: self.after.team_ids.clone(),
            ..session.clone()
        };
        if changed == *session {
            return Ok((transaction, false));
        }
        Ok((transaction.change(session, &changed, Versioned::Not)?, true))
    }
}

/// Whom to list.
#[derive(Debug, Clone, Default)]
pub struct PeopleFilter {
    /// Only people of this role.
    pub role: Option<Role>,
    /// Only people of this team.
    pub team: Option<TeamId>,
    /// Only people whom this finds.
    pub search: PersonSearch,
    /// Only people whose account signs in, or only others.
    pub is_active: Option<bool>,
}

impl PeopleFilter {
    /// Everybody by name.
    fn by_name(&self) -> Range {
        match (self.team, self.role) {
            (Some(team), _) => whole(Index::Two, keys::members_of(team)),
            (None, Some(role)) => whole(Index::One, keys::users_of_role(role)),
            (None, None) => whole(Index::Four, keys::USERS.into()),
        }
    }

    /// Those of whom a word begins so, by that word.
    fn by_word(&self, beginning: &str) -> Range {
        let all = match self.role {
            Some(role) => whole(Index::One, keys::words_of_role(role)),
            None => whole(Index::Four, keys::WORDS.into()),
        };
        Range { from: beginning.to_owned(), to: format!("{beginning}{}", char::MAX), ..all }
    }

    fn takes(&self, user: &User) -> bool {
        self.role.is_none_or(|role| user.role == role)
            && self.is_active.is_none_or(|is_active| user.is_active == is_active)
            && (self.search.rarest().is_none() || self.search.finds(&words(user)))
    }
}

fn whole(index: Index, partition: String) -> Range {
    Range {
        index: Some(index),
        partition,
        from: " ".into(),
        to: char::MAX.to_string(),
        order: Order::Ascending,
    }
}

/// Whether the word is the first of the person's words that begins so: several of them may, and show the person once.
fn is_first(found: &PersonWord, beginning: &str) -> bool {
    words(&found.user).iter().find(|word| word.starts_with(beginning)) == Some(&found.word)
}

impl Store {
    /// The person.
    pub async fn user(&self, id: UserId) -> Result<Option<User>> {
        self.get(&keys::user(id)).await
    }

    /// People by name, or by the word that finds them; those of a team always by name. A page is filled up, unless those
    /// whom the filter takes are very few among those who are looked through.
    pub async fn users(
        &self,
        filter: &PeopleFilter,
        after: Option<&Cursor>,
        limit: usize,
    ) -> Result<Page<User>> {
        let Some(beginning) = filter.search.rarest().filter(|_| filter.team.is_none()) else {
            return self.sifted_page(&filter.by_name(), after, limit, |user| filter.takes(user)).await;
        };
        let takes = |found: &PersonWord| is_first(found, beginning) && filter.takes(&found.user);
        let page = self.sifted_page(&filter.by_word(beginning), after, limit, takes).await?;
        Ok(page.filter_map(|found| Some(found.user)))
    }

    /// A new account: the person, the words that find them, the credentials, the memberships and the activity.
    ///
    /// # Errors
    /// [`CommitError::Taken`] where the e-mail has an account, [`CommitError::Stale`] where a team is gone.
    pub async fn create_user(
        &self,
        user: &User,
        credentials: &Credentials,
        activity: &Activity,
    ) -> std::result::Result<(), CommitError> {
        let mut transaction = self.transaction().create(user)?.create(credentials)?.create(activity)?;
        for team in &user.team_ids {
            let membership = Membership { user: user.clone(), member_of: *team };
            transaction = transaction.create(&membership)?.join(*team)?;
        }
        for word in PersonWord::all_of(user) {
            transaction = transaction.create(&word)?;
        }
        transaction.commit().await
    }

    /// A changed account. Its sessions take the new name, role and teams in the same transaction, or end: so the
    /// change holds from the person's next request on.
    ///
    /// # Errors
    /// [`CommitError::Stale`] where the person or the credentials changed since they were read, or the link or a new team
    /// is gone.
    /// [`CommitError::Taken`] where another account has the new e-mail.
    pub async fn change_account(&self, change: &AccountChange<'_>) -> std::result::Result<(), CommitError> {
        let (before, after) = (change.before, change.after);
        let sessions = self.sessions(before.id).await?;
        let mut transaction = self
            .transaction()
            .change(before, after, Versioned::By(before.version))?
            .create(change.activity)?;
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
                transaction.create(&member(after))?.join(*team)?
            };
        }
        for word in words(before).difference(&words(after)) {
            transaction = transaction.delete(&keys::person_word(before.id, word))?;
        }
        for word in PersonWord::all_of(after) {
            transaction = transaction.replace(&word)?;
        }
        transaction = match change.credentials {
            None => transaction,
            Some(CredentialsChange::Remove(old)) => {
                transaction.delete_version(&keys::credentials(&old.email), old.version)?
            }
            Some(CredentialsChange::Replace(old, new)) if old.email == new.email => {
                transaction.change(old, new, Versioned::By(old.version))?
            }
            Some(CredentialsChange::Replace(old, new)) => {
                transaction.create(new)?.delete_version(&keys::credentials(&old.email), old.version)?
            }
        };
        if let Some(actor) = change.actor.filter(|actor| actor.id != before.id) {
            transaction = transaction.require_version(&keys::user(actor.id), actor.version)?;
        }
        for picture in &change.pictures {
            transaction = picture.add_to(transaction)?;
        }
        if let Some(link) = change.used_link {
            transaction = transaction.delete_existing(&link.place().key)?;
        }
        for session in &sessions {
            transaction = change.of_session(session, transaction)?.0;
        }
        transaction.commit().await?;

        // A sign-in that was under way is either in the table by now or refused, since it asks for the version that
        // has just gone: so what is read here is all that is left to bring in line.
        // Sign-ins at the same moment may have left more than the bound, so all pages are read.
        let range = within(keys::user_partition(before.id), keys::SESSION);
        let mut after = None;
        loop {
            let page: Page<Session> = self.page(&range, after.as_ref(), Self::MOST_SESSIONS).await?;
            for session in &page.items {
                if let (transaction, true) = change.of_session(session, self.transaction())? {
                    match transaction.commit().await {
                        // It ended meanwhile.
                        Ok(()) | Err(CommitError::Stale) => {}
                        Err(error) => return Err(error),
                    }
                }
            }
            after = page.next;
            if after.is_none() {
                return Ok(());
            }
        }
    }

    /// An activity that changes nothing but is told of.
    pub async fn record(&self, activity: &Activity) -> std::result::Result<(), CommitError> {
        self.transaction().create(activity)?.commit().await
    }

    /// A sign-in, whether or not it is still good.
    pub async fn session(&self, user: UserId, id: SessionId) -> Result<Option<Session>> {
        self.get(&keys::session(user, id)).await
    }

    /// The person's newest sign-ins. [`Store::put_session`] brings them back within the bound.
    pub async fn sessions(&self, user: UserId) -> Result<Vec<Session>> {
        let range = within(keys::user_partition(user), keys::SESSION);
        Ok(self.page(&range, None, Self::MOST_SESSIONS).await?.items)
    }

    /// The most sign-ins of one person at one time; a further one ends the oldest.
    pub const MOST_SESSIONS: usize = 50;

    /// A new sign-in of the person as `user` was read.
    ///
    /// # Errors
    /// [`CommitError::Stale`] where the account has changed since: it may be deactivated, or of another role; or
    /// where the code that `credentials` (before and after) spend was spent by another sign-in.
    pub async fn put_session(
        &self,
        session: &Session,
        user: &User,
        credentials: Option<(&Credentials, &Credentials)>,
    ) -> std::result::Result<(), CommitError> {
        // Of those that came at the same moment each ends the same oldest one, so there may be more than the bound.
        const SURPLUS: usize = 40;
        let range = within(keys::user_partition(session.user_id), keys::SESSION);
        let existing: Page<Session> = self.page(&range, None, Self::MOST_SESSIONS + SURPLUS).await?;
        let mut transaction =
            self.transaction().require_version(&keys::user(user.id), user.version)?.create(session)?;
        if let Some((before, after)) = credentials {
            transaction = transaction.change(before, after, Versioned::By(before.version))?;
        }
        for old in existing.items.iter().skip(Self::MOST_SESSIONS - 1) {
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

    /// Ends the person's sign-ins, but for the one to keep.
    pub async fn end_sessions(
        &self,
        user: UserId,
        kept: Option<SessionId>,
    ) -> std::result::Result<(), CommitError> {
        loop {
            let mut transaction = self.transaction();
            for session in self.sessions(user).await? {
                if Some(session.id) != kept {
                    transaction = transaction.delete(&keys::session(user, session.id))?;
                }
            }
            if transaction.is_empty() {
                return Ok(());
            }
            transaction.commit().await?;
        }
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
