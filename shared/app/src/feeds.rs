//! What happened, for those who may know of it.

use domain::policy::Operation;
use domain::{ActionGroup, Activity, Principal, Role, TeamId, UserId, WorkItemType};
use store::{Cursor, Feed, Page, Store};

use crate::caller::Reader;
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

/// What a person did: for staff, as far as they may know of it, and for oneself.
pub async fn of_user(
    store: &Store,
    caller: &Caller,
    user: UserId,
    page: &FeedPage,
) -> Result<Page<FeedEntry>> {
    let filter = FeedFilter { user_id: Some(user), ..page.filter };
    let (principal, found, person) = read_beside(store, caller, filter, page, store.user(user)).await?;
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
    let filter = FeedFilter { team_id: Some(team), ..page.filter };
    let (principal, entries, found) = read_beside(store, caller, filter, page, store.team(team)).await?;
    principal.may_in_general(Operation::ListMembers)?;
    found.ok_or(AppError::NotFound("team"))?;
    Ok(known(entries, &principal))
}

/// Everything that one may know of: of admins everything, of staff what was done to the work of their teams, and of
/// everybody what was done to the work that they raised. Who is in no team is told as well what they did themselves; of
/// the others that stands among their teams' work, and all of it in the person's own feed.
pub async fn of_everything(store: &Store, caller: &Caller, page: &FeedPage) -> Result<Page<FeedEntry>> {
    let nothing = std::future::ready(Ok(()));
    let (principal, entries, ()) = read_beside(store, caller, page.filter, page, nothing).await?;
    Ok(known(entries, &principal))
}

/// A page of what passes the filter, and `other`, in one moment.
///
/// The token tells which feeds these most likely are, so they are read beside the session. Where the session says
/// otherwise, because role or teams changed since the token was signed, they are read once more.
async fn read_beside<T>(
    store: &Store,
    caller: &Caller,
    filter: FeedFilter,
    page: &FeedPage,
    other: impl Future<Output = store::Result<T>>,
) -> Result<(Principal, Page<Activity>, T)> {
    let guess = Sources::of(Reader::from(&caller.claims), filter);
    let reads = async { tokio::try_join!(guess.read(store, page), other) };
    let (principal, (found, other)) = caller.check_with(store, reads).await?;
    let meant = Sources::of(Reader::from(&principal), filter);
    let found = if meant == guess { found } else { meant.read(store, page).await? };
    Ok((principal, found, other))
}

/// The feeds that hold what one may know of and nothing else, so that neither a cursor nor a short page tells of
/// anything more; and what remains to be sifted from them.
#[derive(Debug, PartialEq, Eq)]
struct Sources {
    feeds: Vec<Feed>,
    filter: FeedFilter,
}

impl Sources {
    fn of(reader: Reader<'_>, filter: FeedFilter) -> Self {
        let Reader { user_id, role, team_ids } = reader;
        match (filter.user_id, filter.team_id) {
            (Some(user), _) if user == user_id || role == Role::Admin => {
                let filter = FeedFilter { user_id: None, ..filter };
                return Self { feeds: vec![Feed::User(user)], filter };
            }
            (_, Some(team)) if reader.reads_team(team) => {
                let filter = FeedFilter { team_id: None, ..filter };
                return Self { feeds: vec![Feed::Team(team)], filter };
            }
            _ if role == Role::Admin => return Self { feeds: vec![Feed::All], filter },
            _ => {}
        }
        let mut feeds = vec![Feed::RaisedBy(user_id)];
        // A team of the reader's would have been read by itself.
        if role.is_staff() && !team_ids.is_empty() && filter.team_id.is_none() {
            feeds.extend(team_ids.iter().copied().map(Feed::Team));
        } else {
            feeds.push(Feed::User(user_id));
        }
        Self { feeds, filter }
    }

    /// What is sifted out leaves the page short: each page costs what it looks through.
    async fn read(&self, store: &Store, page: &FeedPage) -> store::Result<Page<Activity>> {
        let found = store.feed(&self.feeds, page.after.as_ref(), page.limit).await?;
        Ok(found.filter_map(|activity| self.filter.takes(&activity).then_some(activity)))
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
        let (own, other) = (UserId::new(at), UserId::new(at));
        let (team, elsewhere) = (TeamId::new(at), TeamId::new(at));
        let sources = |role, filter| Sources::of(Reader { user_id: own, role, team_ids: &[team] }, filter);
        let feeds = |role, filter| sources(role, filter).feeds;
        let all = FeedFilter::default();
        assert_eq!(feeds(Role::Admin, all), [Feed::All]);
        assert_eq!(feeds(Role::Agent, all), [Feed::RaisedBy(own), Feed::Team(team)]);
        let of_person_alone = [Feed::RaisedBy(own), Feed::User(own)];
        assert_eq!(feeds(Role::User, all), of_person_alone);
        let teamless = Reader { user_id: own, role: Role::Agent, team_ids: &[] };
        assert_eq!(Sources::of(teamless, all).feeds, of_person_alone);

        let of_other = FeedFilter { user_id: Some(other), ..all };
        assert_eq!(feeds(Role::Admin, of_other), [Feed::User(other)]);
        assert_eq!(
            sources(Role::Manager, of_other),
            Sources { filter: of_other, ..sources(Role::Manager, all) }
        );
        assert_eq!(feeds(Role::User, of_other), of_person_alone, "never another's feed");
        let of_self = FeedFilter { user_id: Some(own), ..all };
        assert_eq!(sources(Role::User, of_self), Sources { feeds: vec![Feed::User(own)], filter: all });

        let of_team = FeedFilter { team_id: Some(team), ..all };
        assert_eq!(sources(Role::Agent, of_team), Sources { feeds: vec![Feed::Team(team)], filter: all });
        assert_eq!(feeds(Role::User, of_team), of_person_alone, "never a team's feed");
        let of_elsewhere = FeedFilter { team_id: Some(elsewhere), ..all };
        assert_eq!(feeds(Role::Admin, of_elsewhere), [Feed::Team(elsewhere)]);
        assert_eq!(feeds(Role::Agent, of_elsewhere), of_person_alone, "never another team's feed");
        let of_both = FeedFilter { team_id: Some(team), ..of_other };
        assert_eq!(sources(Role::Admin, of_both).filter, of_team, "what is left is sifted");
        assert_eq!(sources(Role::Agent, of_both).filter, of_other, "what is left is sifted");
    }
}
