//! The rules of the help desk: entities, ids, the status flow, and who may do what.
//!
//! Entities are also the stored shape (camelCase, the names of the product's data model). This crate knows
//! nothing of storage keys, HTTP, queues or the clock: whoever calls it passes the time.

pub mod activity;
pub mod attachment;
pub mod category;
pub mod comment;
pub mod custom_field;
pub mod ids;
pub mod instant;
pub mod line;
pub mod link;
pub mod macros;
pub mod media;
pub mod notification;
pub mod password_reset;
pub mod person;
pub mod person_search;
pub mod policy;
pub mod preferences;
pub mod push_subscription;
pub mod reply;
pub mod rich_text;
pub mod saved_view;
pub mod session;
pub mod settings;
pub mod sharing;
pub mod statistics;
pub mod team;
pub mod work_item;

pub use activity::{Action, ActionGroup, Activity, Change};
pub use attachment::{Attachment, PublicAttachment, Purpose, Target, Upload, UploadStatus};
pub use category::Category;
pub use comment::{Comment, PublicComment};
pub use custom_field::{CustomField, FieldKind, FieldValues};
pub use ids::{
    ActivityId, AttachmentId, CategoryId, CommentId, MacroId, NotificationId, PushSubscriptionId, SessionId,
    TeamId, UserId, ViewId, WorkItemId,
};
pub use instant::Instant;
pub use jiff::tz::TimeZone;
pub use link::{ItemName, Link, LinkKind};
pub use macros::Macro;
pub use notification::{Notification, NotificationType};
pub use password_reset::PasswordResetRequest;
pub use person::{PersonRef, Role, User};
pub use person_search::PersonSearch;
pub use policy::Principal;
pub use preferences::Preferences;
pub use push_subscription::PushSubscription;
pub use reply::Reply;
pub use saved_view::SavedView;
pub use session::Session;
pub use settings::Settings;
pub use sharing::Sharing;
pub use team::Team;
pub use work_item::{ChecklistEntry, Priority, Status, WorkItem, WorkItemSummary, WorkItemType};
