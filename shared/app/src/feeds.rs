//! What happened, for those who may know of it.

use domain::policy::{Operation, Standing};
use domain::{Principal, Role, TeamId, UserId};
use store::{Cursor, Feed, Page, Store};

use crate::views::FeedEntry;
use crate::{AppError, Caller, Result};

/// What a person did: for staff, as far as they handle what it was done to, and for oneself.
pub async fn of_user(
    store: &Store,
    caller: &Caller,
    user: UserId,
    after: Option<&Cursor>,
    limit: usize,
) -> Result<Page<FeedEntry>> {
    let feed = Feed::User(user);
    let reads = async { tokio::try_join!(store.feed(feed, after, limit), store.user(user)) };
    let (principal, (page, person)) = caller.check_with(store, reads).await?;
    if principal.user_id != user {
        principal.may_in_general(Operation::ListUsers)?;
    }
    person.filter(|person| person.deleted_at.is_none()).ok_or(AppError::NotFound("person"))?;
    Ok(page.filter_map(|activity| visible(&principal, activity)))
}

/// What was done to a team's work, for those who handle it.
pub async fn of_team(
    store: &Store,
    caller: &Caller,
    team: TeamId,
    after: Option<&Cursor>,
    limit: usize,
) -> Result<Page<FeedEntry>> {
    let feed = Feed::Team(team);
    let reads = async { tokio::try_join!(store.feed(feed, after, limit), store.team(team)) };
    let (principal, (page, found)) = caller.check_with(store, reads).await?;
    principal.may_in_general(Operation::ListMembers)?;
    found.ok_or(AppError::NotFound("team"))?;
    Ok(page.filter_map(|activity| visible(&principal, activity)))
}

/// The entry for this person: of work, for those who handle it as it was then; of accounts, teams and categories, for
/// admins; of one's own deeds, for oneself, as far as they are not internal.
fn visible(principal: &Principal, activity: domain::Activity) -> Option<FeedEntry> {
    let is_own = activity.actor.id == principal.user_id;
    let may_know = match &activity.work_item {
        Some(item) => match principal.standing(item) {
            Standing::Handler => true,
            Standing::Requester | Standing::Watcher => is_own && !activity.is_internal,
            Standing::Stranger => false,
        },
        None => principal.role == Role::Admin || is_own,
    };
    may_know.then(|| FeedEntry::new(activity, principal))
}
