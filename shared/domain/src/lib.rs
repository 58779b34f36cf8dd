//! The rules of the help desk: entities, ids, the status flow, and who may do what.
//!
//! Entities are also the stored shape (camelCase, the names of the product's data model). This crate knows
//! nothing of storage keys, HTTP, queues or the clock: whoever calls it passes the time.

pub mod activity;
pub mod category;
pub mod comment;
pub mod custom_field;
pub mod ids;
pub mod instant;
pub mod notification;
pub mod password_reset;
pub mod person;
pub mod policy;
pub mod rich_text;
pub mod session;
pub mod team;
pub mod work_item;

pub use activity::{Action, Activity, Change};
pub use category::Category;
pub use comment::{Comment, PublicComment};
pub use custom_field::{CustomField, FieldKind, FieldValues};
pub use ids::{ActivityId, CategoryId, CommentId, NotificationId, SessionId, TeamId, UserId, WorkItemId};
pub use instant::Instant;
pub use notification::{Notification, NotificationType};
pub use password_reset::PasswordResetRequest;
pub use person::{PersonRef, Role, User};
pub use policy::Principal;
pub use session::Session;
pub use team::Team;
pub use work_item::{
    ChecklistEntry, ItemName, Link, LinkKind, Priority, Status, WorkItem, WorkItemSummary, WorkItemType,
};
