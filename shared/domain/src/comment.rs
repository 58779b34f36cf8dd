//! Comments. What goes to a requester accepts only a [`PublicComment`], so that an internal note cannot leak.

use serde::{Deserialize, Serialize};

use crate::{CommentId, Instant, PersonRef, Role, WorkItemId};

/// A comment on a work item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Comment {
    /// Which comment it is.
    pub id: CommentId,
    /// What it is about.
    pub work_item_id: WorkItemId,
    /// Who wrote it.
    pub author: PersonRef,
    /// The author's role when it was written.
    pub author_role: Role,
    /// Sanitised HTML.
    pub content: String,
    /// Those whom it mentions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mentions: Vec<PersonRef>,
    /// Whether only those who handle the item may read it.
    pub is_internal: bool,
    /// When it was written.
    pub created_at: Instant,
    /// When it was last edited.
    pub updated_at: Instant,
}

/// A comment that is known to be public.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct PublicComment(Comment);

impl PublicComment {
    /// The comment, if it is public.
    pub fn new(comment: Comment) -> Option<Self> {
        (!comment.is_internal).then_some(Self(comment))
    }

    /// What it says, and of what.
    pub fn comment(&self) -> &Comment {
        &self.0
    }

    /// The comment itself.
    pub fn into_inner(self) -> Comment {
        self.0
    }
}
