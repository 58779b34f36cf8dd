//! What is the same of saved views and of macros: who has them, and who may keep them.

use domain::policy::Operation;
use domain::{Principal, Role, Sharing, Team, TeamId, UserId};
use store::{Fetched, Key, Page, Shelf, Store};

use crate::{AppError, Caller, Result};

/// The shelves that a list reads: the person's own, those of the person's teams, and everyone's; or one team's.
fn shelves(user_id: UserId, team_ids: &[TeamId], team: Option<TeamId>) -> Vec<Shelf> {
    match team {
        Some(team) => vec![Shelf::Team(team)],
        None => [Shelf::Person(user_id), Shelf::Everyone]
            .into_iter()
            .chain(team_ids.iter().copied().map(Shelf::Team))
            .collect(),
    }
}

/// One page of what stands on the shelves that the person has, or on one team's, as `read` reads it. The token tells
/// which those most likely are, so they are read beside the session, and once more where the session says otherwise.
///
/// # Errors
/// The person has none, or not this team's.
pub(crate) async fn list<T, F>(
    store: &Store,
    caller: &Caller,
    team: Option<TeamId>,
    read: impl Fn(Vec<Shelf>) -> F,
) -> Result<(Principal, Page<T>)>
where
    F: Future<Output = store::Result<Page<T>>>,
{
    let guess = shelves(caller.claims.user_id, &caller.claims.team_ids, team);
    let (principal, page) = caller.check_with(store, read(guess.clone())).await?;
    principal.may_in_general(Operation::UseShelves)?;
    if let Some(team) = team
        && principal.role != Role::Admin
        && !principal.team_ids.contains(&team)
    {
        return Err(AppError::NotFound("team"));
    }
    let meant = shelves(principal.user_id, &principal.team_ids, team);
    let page = if meant == guess { page } else { read(meant).await? };
    Ok((principal, page))
}

/// Refuses to share with a team that `found` does not hold.
pub(crate) fn expect_team(sharing: Sharing, found: &Fetched) -> Result<()> {
    let Some(team) = sharing.team() else { return Ok(()) };
    found
        .get::<Team>(&Key::team(team))?
        .map(|_| ())
        .ok_or_else(|| AppError::invalid("sharing.teamId", "must be the id of a team"))
}

/// Refuses what the person does not have as though it did not exist.
pub(crate) fn expect_had<T>(
    principal: &Principal,
    kept: Option<T>,
    what: &'static str,
    of: impl Fn(&T) -> (UserId, Sharing),
) -> Result<T> {
    principal.may_in_general(Operation::UseShelves)?;
    kept.filter(|kept| {
        let (owner, sharing) = of(kept);
        principal.has(owner, sharing)
    })
    .ok_or(AppError::NotFound(what))
}
