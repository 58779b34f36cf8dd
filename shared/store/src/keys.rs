//! Every key template. `docs/TABLE.md` shows the same as a page.

use domain::statistics::Period;
use domain::{
    ActivityId, AttachmentId, CategoryId, CommentId, Instant, MacroId, NotificationId, NotificationType,
    PushSubscriptionId, Role, SessionId, Status, TeamId, UserId, ViewId, WorkItemId, WorkItemType,
};

use crate::batch::Key;
use crate::connections::Room;
use crate::deliveries::Channel;
use crate::shelf::Shelf;

/// Sorts after every character that a key holds.
pub(crate) const LAST: &str = "~";

/// Where the items of a work item's first Query begin: its comments, then itself.
pub(crate) const CONVERSATION: &str = "WORK#";
pub(crate) const COMMENT: &str = "WORK#COMMENT#";
pub(crate) const ACTIVITY: &str = "ACTIVITY#";
/// Outside of the conversation, which one Query reads.
pub(crate) const ATTACHMENT: &str = "ATTACHMENT#";
pub(crate) const SESSION: &str = "SESSION#";
pub(crate) const NOTIFICATION: &str = "NOTIFICATION#";
pub(crate) const PUSH_SUBSCRIPTION: &str = "PUSH#";
pub(crate) const MEMBER: &str = "CONNECTION#";

pub(crate) fn warm() -> Key {
    Key::new("WARM".into(), "WARM".into())
}

pub(crate) fn work_partition(id: WorkItemId) -> String {
    format!("WORK#{id}")
}

/// `SELF` sorts after `COMMENT`, so that a descending Query meets the item first and then its newest comments.
pub(crate) fn work_item(id: WorkItemId) -> Key {
    Key::new(work_partition(id), "WORK#SELF".into())
}

pub(crate) fn comment(work_item: WorkItemId, id: CommentId) -> Key {
    Key::new(work_partition(work_item), format!("{COMMENT}{id}"))
}

/// Where a comment is, for those who know only its id.
pub(crate) fn comment_pointer(id: CommentId) -> Key {
    Key::new(format!("COMMENT#{id}"), "POINTER".into())
}

pub(crate) fn attachment(work_item: WorkItemId, id: AttachmentId) -> Key {
    Key::new(work_partition(work_item), format!("{ATTACHMENT}{id}"))
}

pub(crate) fn upload(id: AttachmentId) -> Key {
    Key::new(format!("UPLOAD#{id}"), "UPLOAD".into())
}

/// Uploads that belong to nothing.
pub(crate) const UPLOADS: &str = "UPLOADS";

pub(crate) fn work_activity(work_item: WorkItemId, id: ActivityId) -> Key {
    Key::new(work_partition(work_item), format!("{ACTIVITY}{id}"))
}

pub(crate) fn user_activity(user: UserId, id: ActivityId) -> Key {
    Key::new(user_partition(user), format!("{ACTIVITY}{id}"))
}

pub(crate) fn number(number: &str) -> Key {
    Key::new(format!("NUMBER#{number}"), "NUMBER".into())
}

pub(crate) fn counter(item_type: WorkItemType) -> Key {
    let name = match item_type {
        WorkItemType::Ticket => "TICKET",
        WorkItemType::Task => "TASK",
    };
    Key::new(format!("COUNTER#{name}"), "COUNTER".into())
}

pub(crate) fn user_partition(id: UserId) -> String {
    format!("USER#{id}")
}

pub(crate) fn user(id: UserId) -> Key {
    Key::new(user_partition(id), "PROFILE".into())
}

pub(crate) fn membership(user: UserId, team: TeamId) -> Key {
    Key::new(user_partition(user), format!("TEAM#{team}"))
}

pub(crate) fn session(user: UserId, id: SessionId) -> Key {
    Key::new(user_partition(user), format!("{SESSION}{id}"))
}

pub(crate) fn notification(user: UserId, id: NotificationId) -> Key {
    Key::new(user_partition(user), format!("{NOTIFICATION}{id}"))
}

pub(crate) fn idempotency(user: UserId, key: &str) -> Key {
    Key::new(user_partition(user), format!("IDEMPOTENCY#{key}"))
}

/// The e-mail is in lower case already.
pub(crate) fn credentials(email: &str) -> Key {
    Key::new(format!("EMAIL#{email}"), "CREDENTIALS".into())
}

/// The token's hash, not the token.
pub(crate) fn password_link(token_hash: &str) -> Key {
    Key::new(format!("PASSWORD_LINK#{token_hash}"), "PASSWORD_LINK".into())
}

pub(crate) fn password_reset_request(email: &str, id: ActivityId) -> Key {
    Key::new(format!("EMAIL#{email}"), format!("RESET#{id}"))
}

pub(crate) fn throttle(scope: &str, hash: &str) -> Key {
    Key::new(format!("THROTTLE#{scope}#{hash}"), "THROTTLE".into())
}

pub(crate) fn team(id: TeamId) -> Key {
    Key::new(format!("TEAM#{id}"), "TEAM".into())
}

pub(crate) fn category(id: CategoryId) -> Key {
    Key::new(format!("CATEGORY#{id}"), "CATEGORY".into())
}

/// The name is in lower case.
pub(crate) fn name(among: &str, name: &str) -> Key {
    Key::new(format!("NAME#{among}#{name}"), "NAME".into())
}

pub(crate) fn team_activity(team: TeamId, id: ActivityId) -> Key {
    Key::new(format!("TEAM#{team}"), format!("{ACTIVITY}{id}"))
}

pub(crate) fn category_activity(category: CategoryId, id: ActivityId) -> Key {
    Key::new(format!("CATEGORY#{category}"), format!("{ACTIVITY}{id}"))
}

pub(crate) fn connection(id: &str) -> Key {
    Key::new(format!("CONNECTION#{id}"), "CONNECTION".into())
}

pub(crate) fn room_partition(room: &Room) -> String {
    match room {
        Room::Everything => "ROOM#EVERYTHING".into(),
        Room::User(id) => format!("ROOM#{id}"),
        Room::Team(id) => format!("ROOM#{id}"),
        Room::WorkItem(id) => format!("ROOM#{id}"),
    }
}

pub(crate) fn room_member(room: &Room, connection: &str) -> Key {
    Key::new(room_partition(room), format!("{MEMBER}{connection}"))
}

/// The rooms that a connection is in, found when it closes.
pub(crate) fn connection_rooms(connection: &str) -> String {
    format!("ROOMS#{connection}")
}

pub(crate) fn delivery(activity: ActivityId, channel: Channel, user: Option<UserId>) -> Key {
    let target = user.map_or_else(|| "ALL".to_owned(), |user| user.to_string());
    Key::new(format!("DELIVERY#{activity}"), format!("{}#{target}", channel.as_str()))
}

/// Lists go along the flow: a higher rank comes first in a descending Query.
pub(crate) const fn status_rank(status: Status) -> u8 {
    match status {
        Status::Open => 6,
        Status::InProgress => 5,
        Status::OnHold => 4,
        Status::Resolved => 3,
        Status::Closed => 2,
        Status::Cancelled => 1,
    }
}

pub(crate) fn by_status(status: Status, created_at: Instant, id: WorkItemId) -> String {
    format!("{}#{created_at}#{id}", status_rank(status))
}

pub(crate) fn by_time(at: Instant, id: impl std::fmt::Display) -> String {
    format!("{at}#{id}")
}

const fn type_name(item_type: WorkItemType) -> &'static str {
    match item_type {
        WorkItemType::Ticket => "TICKETS",
        WorkItemType::Task => "TASKS",
    }
}

pub(crate) fn of_assignee(item_type: WorkItemType, user: UserId) -> String {
    format!("ASSIGNEE#{user}#{}", type_name(item_type))
}

pub(crate) fn of_team(item_type: WorkItemType, team: TeamId) -> String {
    format!("TEAM#{team}#{}", type_name(item_type))
}

pub(crate) fn of_creator(item_type: WorkItemType, user: UserId) -> String {
    format!("CREATOR#{user}#{}", type_name(item_type))
}

/// What was deleted and can be restored.
pub(crate) fn of_deleted(item_type: WorkItemType) -> String {
    format!("DELETED#{}", type_name(item_type))
}

pub(crate) const WATCH: &str = "WATCH#";

/// That a person follows an item.
pub(crate) fn watch(user: UserId, item: WorkItemId) -> Key {
    Key::new(user_partition(user), format!("{WATCH}{item}"))
}

/// What a person has chosen.
pub(crate) fn preferences(user: UserId) -> Key {
    Key::new(user_partition(user), "PREFERENCES".into())
}

/// That a person is not to be told of an item.
pub(crate) fn mute(user: UserId, item: WorkItemId) -> Key {
    Key::new(user_partition(user), format!("MUTE#{item}"))
}

/// A browser that is told.
pub(crate) fn push_subscription(user: UserId, id: PushSubscriptionId) -> Key {
    Key::new(user_partition(user), format!("{PUSH_SUBSCRIPTION}{id}"))
}

/// What the organisation has set.
pub(crate) fn settings() -> Key {
    Key::new("SETTINGS".into(), "SETTINGS".into())
}

/// What a person is mailed about an item in these minutes.
pub(crate) fn mail_window(user: UserId, item: WorkItemId) -> Key {
    Key::new(user_partition(user), format!("MAILS#{item}"))
}

/// What a closed window held, until it is mailed.
pub(crate) fn mail_batch(user: UserId, window: ActivityId) -> Key {
    Key::new(user_partition(user), format!("BATCH#{window}"))
}

/// What waits to be mailed.
pub(crate) const DUE_MAILS: &str = "DUE_MAILS";

/// Sorts before the comments, so that reading the item does not meet it.
pub(crate) fn reminder(item: WorkItemId) -> Key {
    Key::new(work_partition(item), "DUE".into())
}

/// Due dates that nobody was reminded of.
pub(crate) const DUE_DATES: &str = "DUE_DATES";

/// A person's next digest.
pub(crate) fn digest(user: UserId) -> Key {
    Key::new(user_partition(user), "DIGEST".into())
}

/// Every person's next digest.
pub(crate) const DIGESTS: &str = "DIGESTS";

/// The notification that tells of an item's changes of one type in these minutes.
pub(crate) fn bell(user: UserId, item: WorkItemId, of: NotificationType) -> Key {
    Key::new(user_partition(user), format!("BELL#{item}#{}", of.as_str()))
}

/// Sorts before the comments, so that reading the item does not meet it.
pub(crate) fn merge(source: WorkItemId) -> Key {
    Key::new(work_partition(source), "MERGE".into())
}

/// Merges that are not through.
pub(crate) const MERGES: &str = "MERGES";

pub(crate) fn of_all(item_type: WorkItemType) -> String {
    type_name(item_type).to_owned()
}

pub(crate) fn users_of_role(role: Role) -> String {
    format!("ROLE#{}", role.as_str())
}

pub(crate) fn person_word(user: UserId, word: &str) -> Key {
    Key::new(user_partition(user), format!("WORD#{word}"))
}

pub(crate) fn words_of_role(role: Role) -> String {
    format!("WORDS#{}", role.as_str())
}

pub(crate) fn members_of(team: TeamId) -> String {
    format!("MEMBERS#{team}")
}

pub(crate) fn acted_by(user: UserId) -> String {
    format!("ACTED#{user}")
}

pub(crate) fn feed_of(team: TeamId) -> String {
    format!("FEED#{team}")
}

pub(crate) const DAY: &str = "DAY#";

pub(crate) fn statistics_partition(team: TeamId) -> String {
    format!("STATISTICS#{team}")
}

/// `NOW` sorts after each day.
pub(crate) fn statistics_period(period: Period) -> String {
    match period {
        Period::Now => "NOW".into(),
        Period::Day(day) => format!("{DAY}{day}"),
    }
}

pub(crate) fn statistics(team: TeamId, period: Period) -> Key {
    Key::new(statistics_partition(team), statistics_period(period))
}

pub(crate) const VIEWS: &str = "VIEWS";
pub(crate) const MACROS: &str = "MACROS";

pub(crate) fn view(id: ViewId) -> Key {
    Key::new(format!("VIEW#{id}"), "VIEW".into())
}

pub(crate) fn macro_of(id: MacroId) -> Key {
    Key::new(format!("MACRO#{id}"), "MACRO".into())
}

/// What a person, a team or everyone keeps of a kind.
pub(crate) fn shelf(kind: &str, shelf: Shelf) -> String {
    match shelf {
        Shelf::Person(id) => format!("{kind}#{id}"),
        Shelf::Team(id) => format!("{kind}#{id}"),
        Shelf::Everyone => format!("{kind}#EVERYONE"),
    }
}

pub(crate) fn raised_by(user: UserId) -> String {
    format!("RAISED#{user}")
}

/// Everything that happened.
pub(crate) const ACTIVITIES: &str = "ACTIVITIES";
pub(crate) const USERS: &str = "USERS";
/// The words by which people are found.
pub(crate) const WORDS: &str = "WORDS";
pub(crate) const TEAMS: &str = "TEAMS";
pub(crate) const CATEGORIES: &str = "CATEGORIES";
pub(crate) const CONNECTIONS: &str = "CONNECTIONS";

pub(crate) fn by_name(name: &str, id: impl std::fmt::Display) -> String {
    format!("{}#{id}", name.to_lowercase())
}

/// Seconds since 1970 in one width, so that texts sort as numbers.
pub(crate) fn by_second(seconds: i64) -> String {
    format!("{seconds:012}")
}
