//! The two people who ask: an agent of a team, and a requester.

use anyhow::{Result, anyhow};
use auth::refresh::{LIFETIME_SECONDS, RefreshToken};
use auth::{Signer, passwords};
use domain::{Action, Activity, Category, CategoryId, Instant, Role, Session, SessionId, Team, TeamId, User};
use store::{Credentials, Store};

/// A pair of keys that signs nothing but the tests' and the bench's tokens.
pub(crate) const PUBLIC_KEY: &str = include_str!("../../../shared/auth/testdata/public.pem");
const PRIVATE_KEY: &str = include_str!("../../../shared/auth/testdata/private.pem");

/// The password of both.
pub(crate) const PASSWORD: &str = "a password for the bench";

/// Who and what stands in a table before its tickets.
#[derive(Debug, Clone)]
pub(crate) struct People {
    /// Works in the first team.
    pub(crate) agent: User,
    /// Raises tickets.
    pub(crate) requester: User,
    /// Both teams; tickets go to one and the other in turn.
    pub(crate) teams: [TeamId; 2],
    /// A category of the first team.
    pub(crate) category: CategoryId,
}

/// Writes the people, their teams and a category, by the product's own transactions.
pub(crate) async fn create(store: &Store) -> Result<People> {
    let at = Instant::now();
    let teams = [TeamId::new(at), TeamId::new(at)];
    for (id, name) in teams.into_iter().zip(["LMS Support", "Network Operations"]) {
        let team = Team { id, ..Team::new(name, at) };
        store.create_team(&team, None).await?;
    }
    let category = Category::new("Course access", Some(teams[0]), at);
    store.create_category(&category, None).await?;
    Ok(People {
        agent: account(store, "Ana Agent", "agent@bench.example", Role::Agent, vec![teams[0]]).await?,
        requester: account(store, "Rui Requester", "requester@bench.example", Role::User, vec![]).await?,
        teams,
        category: category.id,
    })
}

async fn account(store: &Store, name: &str, email: &str, role: Role, team_ids: Vec<TeamId>) -> Result<User> {
    let at = Instant::now();
    let user = User::new(email, name, role, team_ids, at);
    let credentials = Credentials::new(&user, Some(passwords::hash(PASSWORD)?));
    let activity = Activity {
        is_import: true,
        ..Activity::of_user(Action::UserCreated, user.to_ref(), role, user.id, at)
    };
    store
        .create_user(&user, &credentials, &activity)
        .await
        .map_err(|error| anyhow!("making an account: {error}"))?;
    Ok(user)
}

/// Signs a person in without HTTP, by the bench's key; gives the access token.
pub(crate) async fn sign_in(store: &Store, user: &User) -> Result<String> {
    let at = Instant::now();
    let id = SessionId::new(at);
    let refresh_hash = RefreshToken::generate(user.id, id).hash();
    let session = Session::begin(id, user, refresh_hash, at, LIFETIME_SECONDS);
    store.put_session(&session, user, None).await?;
    Ok(Signer::from_pem(PRIVATE_KEY)?.sign_access(&session, at)?)
}
