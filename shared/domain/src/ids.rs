//! Typed ids: a prefix that tells the kind, then a UUIDv7 in 32 hex digits, so that ids sort by creation.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::Instant;

/// Why a text is not an id of the kind asked for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("must be an id that starts with `{prefix}_` and ends in 32 hex digits")]
pub struct InvalidId {
    /// The prefix of the kind that was asked for.
    pub prefix: &'static str,
}

fn parse(prefix: &'static str, text: &str) -> Result<Uuid, InvalidId> {
    text.strip_prefix(prefix)
        .and_then(|rest| rest.strip_prefix('_'))
        .filter(|hex| hex.len() == 32 && hex.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')))
        .and_then(|hex| Uuid::try_parse(hex).ok())
        .ok_or(InvalidId { prefix })
}

/// A UUIDv7 for the given moment; two of one millisecond differ by their random part.
fn new_uuid(at: Instant) -> Uuid {
    let milliseconds = at.as_millisecond();
    let seconds = u64::try_from(milliseconds.div_euclid(1000)).unwrap_or(0);
    let nanoseconds = u32::try_from(milliseconds.rem_euclid(1000) * 1_000_000).unwrap_or(0);
    Uuid::new_v7(uuid::Timestamp::from_unix(uuid::NoContext, seconds, nanoseconds))
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $prefix:literal) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(into = "String", try_from = "String")]
        pub struct $name(Uuid);

        impl $name {
            /// The text before the underscore.
            pub const PREFIX: &'static str = $prefix;

            /// A new id for something that comes into being at `at`.
            pub fn new(at: Instant) -> Self {
                Self(new_uuid(at))
            }

            /// The id of this kind that carries the given UUID: for ids that are derived from another.
            pub const fn from_uuid(uuid: Uuid) -> Self {
                Self(uuid)
            }

            /// The UUID without the prefix.
            pub const fn uuid(&self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(formatter, concat!($prefix, "_{}"), self.0.simple())
            }
        }

        impl FromStr for $name {
            type Err = InvalidId;

            fn from_str(text: &str) -> Result<Self, InvalidId> {
                parse(Self::PREFIX, text).map(Self)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.to_string()
            }
        }

        impl TryFrom<String> for $name {
            type Error = InvalidId;

            fn try_from(text: String) -> Result<Self, InvalidId> {
                text.parse()
            }
        }

        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                utoipa::openapi::ObjectBuilder::new()
                    .schema_type(utoipa::openapi::schema::Type::String)
                    .pattern(Some(concat!("^", $prefix, "_[0-9a-f]{32}$")))
                    .into()
            }
        }

        impl utoipa::ToSchema for $name {}
    };
}

id!(
    /// A person.
    UserId, "usr"
);
id!(
    /// A team.
    TeamId, "team"
);
id!(
    /// A category of work.
    CategoryId, "cat"
);
id!(
    /// A ticket or a task.
    WorkItemId, "wi"
);
id!(
    /// A comment on a work item.
    CommentId, "cmt"
);
id!(
    /// A file: while it is sent, and once it is on an item.
    AttachmentId, "att"
);
id!(
    /// A record of one change, which is also the event that carries it onward.
    ActivityId, "act"
);
id!(
    /// A notification. It carries the UUID of the activity it tells of: unique for each person, and the same
    /// however often the activity is delivered.
    NotificationId, "ntf"
);
id!(
    /// A list of work that somebody kept under a name.
    ViewId, "view"
);
id!(
    /// What an agent does with one click.
    MacroId, "mac"
);
id!(
    /// A browser that is told while the app is not open there. It is derived from the browser's address.
    PushSubscriptionId, "push"
);
id!(
    /// One sign-in of one person on one device.
    SessionId, "ses"
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_what_it_prints() {
        let id = WorkItemId::new(Instant::from_millisecond(1_790_000_000_000));
        assert_eq!(id.to_string().parse(), Ok(id));
    }

    #[test]
    fn an_id_of_another_kind_is_refused() {
        let id = UserId::new(Instant::from_millisecond(1_790_000_000_000)).to_string();
        assert_eq!(id.parse::<TeamId>(), Err(InvalidId { prefix: "team" }));
        for bad in [
            "",
            "usr_",
            "usr_12",
            "usr_ZZ00000000007000800000000000000",
            "usr-00000000000070008000000000000000",
        ] {
            assert!(bad.parse::<UserId>().is_err(), "{bad}");
        }
    }

    #[test]
    fn ids_sort_by_time() {
        let earlier = WorkItemId::new(Instant::from_millisecond(1_790_000_000_000));
        let later = WorkItemId::new(Instant::from_millisecond(1_790_000_000_001));
        assert!(earlier.to_string() < later.to_string());
    }
}
