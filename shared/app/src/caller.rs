//! Who asks, when, and from where.

use auth::Claims;
use domain::policy::{Standing, standing};
use domain::{Action, Activity, Instant, Principal, Role, Session, TeamId, UserId, WorkItemSummary};
use store::{Key, Store};

use crate::{AppError, Result};

/// What decides what somebody may read of lists and feeds: as the token says, or as the session does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Reader<'a> {
    pub(crate) user_id: UserId,
    pub(crate) role: Role,
    pub(crate) team_ids: &'a [TeamId],
}

impl<'a> From<&'a Claims> for Reader<'a> {
    fn from(claims: &'a Claims) -> Self {
        Self { user_id: claims.user_id, role: claims.role, team_ids: &claims.team_ids }
    }
}

impl<'a> From<&'a Principal> for Reader<'a> {
    fn from(principal: &'a Principal) -> Self {
        Self { user_id: principal.user_id, role: principal.role, team_ids: &principal.team_ids }
    }
}

impl Reader<'_> {
    /// Whether everything that belongs to the team is theirs to read.
    pub(crate) fn reads_team(&self, team: TeamId) -> bool {
        self.role == Role::Admin || (self.role.is_staff() && self.team_ids.contains(&team))
    }

    pub(crate) fn standing(&self, item: &WorkItemSummary) -> Standing {
        standing(self.user_id, self.role, self.team_ids, item.into())
    }
}

/// Somebody with a good token. What the person may do is known only once the session was read.
#[derive(Debug, Clone)]
pub struct Caller {
    /// From the token.
    pub claims: Claims,
    /// The address that the request came from.
    pub ip_address: Option<String>,
    /// The moment of the request: the one clock of everything that follows from it.
    pub at: Instant,
    /// Whether this is history being loaded, of which nobody is told.
    pub is_import: bool,
}

impl Caller {
    /// The session's place in the table, for those who read it along with other records.
    pub fn session_key(&self) -> Key {
        Key::session(self.claims.user_id, self.claims.session_id)
    }

    /// The person, if the session is good.
    ///
    /// # Errors
    /// [`AppError::Unauthenticated`] where it ended or ran out.
    pub fn check(&self, session: Option<Session>) -> Result<Principal> {
        session
            .filter(|session| session.is_live(self.at))
            .map(Principal::from)
            .ok_or(AppError::Unauthenticated("the session has ended; sign in again"))
    }

    /// Reads the session and `other` at the same moment; no answer leaves before both are in.
    pub async fn check_with<T>(
        &self,
        store: &Store,
        other: impl Future<Output = store::Result<T>>,
    ) -> Result<(Principal, T)> {
        let session = store.session(self.claims.user_id, self.claims.session_id);
        let (session, other) = tokio::join!(session, other);
        let principal = self.check(session?)?;
        Ok((principal, other?))
    }

    /// The record of what the caller, who is `principal`, does in this request.
    pub fn activity(&self, principal: &Principal, action: Action) -> Activity {
        Activity {
            ip_address: self.ip_address.clone(),
            is_import: self.is_import,
            ..Activity::new(action, principal.to_ref(), principal.role, self.at)
        }
    }

    /// Reads the session alone.
    pub async fn check_alone(&self, store: &Store) -> Result<Principal> {
        self.check(store.session(self.claims.user_id, self.claims.session_id).await?)
    }
}
