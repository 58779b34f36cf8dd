//! What happened, for those who may know of it.

use domain::policy::Operation;
use domain::{ActionGroup, Activity, Principal, Role, TeamId, UserId, WorkItemType};
use store::{Cursor, Feed, Page, Store};

use crate::views::FeedEntry;
use crate::{AppError, Caller, Result};

/// What a feed leaves out. Everything that is given must hold.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct FeedFilter {
    /// Only actions of this kind.
    pub group: Option<ActionGroup>,
    /// Only what was done to tickets, or to tasks.
    pub item_type: Option<WorkItemType>,
    /// Only what this person did.
    pub user_id: Option<UserId>,
    /// Only what was done to this team's work, to the team and to its categories.
    pub team_id: Option<TeamId>,
}

impl FeedFilter {
    fn takes(&self, activity: &Activity) -> bool {
        let item = activity.work_item.as_ref();
        let team = item.and_then(|item| item.team_id).or(activity.team_id);
        self.group.is_none_or(|group| activity.action.group() == group)
            && self.item_type.is_none_or(|kind| item.is_some_and(|item| item.item_type == kind))
            && self.user_id.is_none_or(|user| activity.actor.id == user)
            && self.team_id.is_none_or(|wanted| team == Some(wanted))
    }
}

/// Which page of a feed.
#[derive(Debug, Clone)]
pub struct FeedPage {
    /// What is left out.
    pub filter: FeedFilter,
    /// Where the last page ended.
    pub after: Option<Cursor>,
    /// How many are looked through for it, 100 at most.
    pub limit: usize,
}

/// What is sifted out leaves the page short: each page costs what it looks through.
async fn read(
    store: &Store,
    feeds: &[Feed],
    filter: FeedFilter,
    page: &FeedPage,
) -> store::Result<Page<Activity>> {
    let found = store.feed(feeds, page.after.as_ref(), page.limit).await?;
    Ok(found.filter_map(|activity| filter.takes(&activity).then_some(activity)))
}

/// What a person did: for staff, as far as they may know of it, and for oneself.
pub async fn of_user(
    store: &Store,
    caller: &Caller,
    user: UserId,
    page: &FeedPage,
) -> Result<Page<FeedEntry>> {
    let feeds = [Feed::User(user)];
    let reads = async { tokio::try_join!(read(store, &feeds, page.filter, page), store.user(user)) };
    let (principal, (found, person)) = caller.check_with(store, reads).await?;
    if principal.user_id != user {
        principal.may_in_general(Operation::ListUsers)?;
    }
    person.filter(|person| person.deleted_at.is_none()).ok_or(AppError::NotFound("person"))?;
    Ok(known(found, &principal))
}

/// What was done to a team's work, for staff who may know of it.
pub async fn of_team(
    store: &Store,
    caller: &Caller,
    team: TeamId,
    page: &FeedPage,
) -> Result<Page<FeedEntry>> {
    let feeds = [Feed::Team(team)];
    let reads = async { tokio::try_join!(read(store, &feeds, page.filter, page), store.team(team)) };
    let (principal, (entries, found)) = caller.check_with(store, reads).await?;
    principal.may_in_general(Operation::ListMembers)?;
    found.ok_or(AppError::NotFound("team"))?;
    Ok(known(entries, &principal))
}

/// Everything that one may know of: of admins everything, of staff what was done to the work of their teams, and of
/// everybody what was done to the work that they raised. Who is in no team is told as well what they did themselves; of
/// the others that stands among their teams' work, and all of it in the person's own feed.
///
/// The token tells which feeds these most likely are, so they are read beside the session. Where the session says
/// otherwise, because role or teams changed since the token was signed, they are read once more.
pub async fn of_everything(store: &Store, caller: &Caller, page: &FeedPage) -> Result<Page<FeedEntry>> {
    let claims = &caller.claims;
    let guess = Sources::of(claims.user_id, claims.role, &claims.team_ids, page.filter);
    let (principal, entries) =
        caller.check_with(store, read(store, &guess.feeds, guess.filter, page)).await?;
    let meant = Sources::of(principal.user_id, principal.role, &principal.team_ids, page.filter);
    let entries =
        if meant == guess { entries } else { read(store, &meant.feeds, meant.filter, page).await? };
    Ok(known(entries, &principal))
}

/// The feeds that hold what one may know of, and what remains to be sifted from them.
#[derive(Debug, PartialEq, Eq)]
struct Sources {
    feeds: Vec<Feed>,
    filter: FeedFilter,
}

impl Sources {
    /// A person or a team that is asked for has a feed of its own, which staff may read as far as they know of what it
    /// holds; for a requester hardly anything in it would be, so the own feeds are sifted.
    fn of(user_id: UserId, role: Role, team_ids: &[TeamId], filter: FeedFilter) -> Self {
        if role.is_staff() {
            if let Some(user) = filter.user_id {
                return Self {
                    feeds: vec![Feed::User(user)],
                    filter: FeedFilter { user_id: None, ..filter },
                };
            }
            if let Some(team) = filter.team_id {
                return Self {
                    feeds: vec![Feed::Team(team)],
                    filter: FeedFilter { team_id: None, ..filter },
                };
            }
        }
        if role == Role::Admin {
            return Self { feeds: vec![Feed::All], filter };
        }
        let mut feeds = vec![Feed::RaisedBy(user_id)];
        if role.is_staff() && !team_ids.is_empty() {
            feeds.extend(team_ids.iter().copied().map(Feed::Team));
        } else {
            feeds.push(Feed::User(user_id));
        }
        Self { feeds, filter }
    }
}

fn known(page: Page<Activity>, reader: &Principal) -> Page<FeedEntry> {
    page.filter_map(|activity| reader.may_know(&activity).then(|| FeedEntry::new(activity, reader)))
}

#[cfg(test)]
mod tests {
    use domain::Instant;

    use super::*;

    #[test]
    fn each_role_reads_the_feeds_that_hold_what_it_may_know() {
        let at = Instant::from_millisecond(0);
        let (own, other, team) = (UserId::new(at), UserId::new(at), TeamId::new(at));
        let feeds = |role, filter| Sources::of(own, role, &[team], filter).feeds;
        let all = FeedFilter::default();
        assert_eq!(feeds(Role::Admin, all), [Feed::All]);
        assert_eq!(feeds(Role::Agent, all), [Feed::RaisedBy(own), Feed::Team(team)]);
        let of_person_alone = [Feed::RaisedBy(own), Feed::User(own)];
        assert_eq!(feeds(Role::User, all), of_person_alone);
        assert_eq!(Sources::of(own, Role::Agent, &[], all).feeds, of_person_alone);
        let of_person = FeedFilter { user_id: Some(other), ..all };
        assert_eq!(feeds(Role::Manager, of_person), [Feed::User(other)]);
        assert_eq!(feeds(Role::User, of_person), of_person_alone, "never another's feed");
        let of_both = FeedFilter { team_id: Some(team), ..of_person };
        let sources = Sources::of(own, Role::Admin, &[], of_both);
        assert_eq!(sources.filter, FeedFilter { team_id: Some(team), ..all }, "what is left is sifted");
    }
}
