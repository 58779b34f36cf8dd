//! What people keep for daily work.

use domain::macros::{MacroActions, MacroReply};
use domain::saved_view::ViewFilter;
use domain::{Instant, MacroId, PersonRef, Principal, Sharing, ViewId, WorkItemType};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A list of work that somebody kept under a name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SavedView {
    /// Which view it is.
    pub id: ViewId,
    /// What it is called.
    pub name: String,
    /// Tickets or tasks.
    pub item_type: WorkItemType,
    /// What it shows.
    pub filter: ViewFilter,
    /// The columns of its table, in their order; none where each reader's own choice holds.
    pub columns: Vec<String>,
    /// Who has it.
    pub sharing: Sharing,
    /// Who made it.
    pub owner: PersonRef,
    /// Whether the reader may change and delete it.
    pub can_edit: bool,
    /// Goes up with each change; the `ETag`.
    pub version: u64,
    /// When it was made.
    pub created_at: Instant,
    /// When it last changed.
    pub updated_at: Instant,
}

impl SavedView {
    /// The view for this reader.
    pub fn new(view: domain::SavedView, reader: &Principal) -> Self {
        Self {
            can_edit: reader.may_keep(view.owner.id, view.sharing).is_ok(),
            id: view.id,
            name: view.name,
            item_type: view.item_type,
            filter: view.filter,
            columns: view.columns,
            sharing: view.sharing,
            owner: view.owner,
            version: view.version,
            created_at: view.created_at,
            updated_at: view.updated_at,
        }
    }
}

/// What an agent does with one click. One with words alone is a canned reply.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Macro {
    /// Which macro it is.
    pub id: MacroId,
    /// What it is called.
    pub name: String,
    /// When to use it.
    pub description: Option<String>,
    /// What it says, with its variables as they are; null for nothing.
    pub reply: Option<MacroReply>,
    /// What it does.
    pub actions: MacroActions,
    /// Who has it.
    pub sharing: Sharing,
    /// Who made it.
    pub owner: PersonRef,
    /// Whether the reader may change and delete it.
    pub can_edit: bool,
    /// Goes up with each change; the `ETag`.
    pub version: u64,
    /// When it was made.
    pub created_at: Instant,
    /// When it last changed.
    pub updated_at: Instant,
}

impl Macro {
    /// The macro for this reader.
    pub fn new(kept: domain::Macro, reader: &Principal) -> Self {
        Self {
            can_edit: reader.may_keep(kept.owner.id, kept.sharing).is_ok(),
            id: kept.id,
            name: kept.name,
            description: kept.description,
            reply: kept.reply,
            actions: kept.actions,
            sharing: kept.sharing,
            owner: kept.owner,
            version: kept.version,
            created_at: kept.created_at,
            updated_at: kept.updated_at,
        }
    }
}
