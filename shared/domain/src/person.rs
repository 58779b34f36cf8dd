//! People and their roles.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{AttachmentId, Instant, TeamId, UserId};

/// What a person may do in general; the particulars are in [`crate::policy`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Role {
    /// Runs the system.
    Admin,
    /// Leads teams.
    Manager,
    /// Solves tickets.
    Agent,
    /// Raises tickets.
    User,
}

impl Role {
    /// Every role, the most powerful first.
    pub const ALL: [Role; 4] = [Role::Admin, Role::Manager, Role::Agent, Role::User];

    /// Whether the person works on tickets rather than only raising them.
    pub const fn is_staff(self) -> bool {
        !matches!(self, Role::User)
    }

    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Role::Admin => "ADMIN",
            Role::Manager => "MANAGER",
            Role::Agent => "AGENT",
            Role::User => "USER",
        }
    }
}

/// A person's id with the name at the time of writing, so that a list needs no second read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct PersonRef {
    /// Who it is.
    pub id: UserId,
    /// The name when this was written.
    pub name: String,
    /// The picture's address then, at the app's origin; absent for none, and gone once it was replaced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(example = "/avatars/0199000000007000800000000000000a.jpg")]
    pub avatar: Option<String>,
}

impl PersonRef {
    /// The person with this picture.
    pub fn new(id: UserId, name: &str, avatar: Option<AttachmentId>) -> Self {
        Self { id, name: name.to_owned(), avatar: avatar.map(picture_path) }
    }

    /// The product itself, for what it does by the clock. Nobody has this id.
    pub fn system() -> Self {
        Self::new(UserId::from_uuid(uuid::Uuid::nil()), "Seaversity", None)
    }

    /// Whether it is the product itself.
    pub fn is_system(&self) -> bool {
        self.id.uuid().is_nil()
    }
}

/// Where a picture is, at the app's origin.
pub fn picture_path(id: AttachmentId) -> String {
    format!("/{}", id.avatar_key())
}

/// A person with an account. The password's hash is not here: it stands in a record of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct User {
    /// Who it is.
    pub id: UserId,
    /// In lower case; unique.
    pub email: String,
    /// The full name.
    pub name: String,
    /// The role.
    pub role: Role,
    /// The teams that the person belongs to or leads; the first is the home team.
    pub team_ids: Vec<TeamId>,
    /// The picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub avatar: Option<AttachmentId>,
    /// A deactivated account signs in nowhere, from its next request on.
    pub is_active: bool,
    /// Whether the person was invited and has not chosen a password yet.
    #[serde(default)]
    pub is_invited: bool,
    /// When the account was deleted: it is in no list any more, and stays for what it did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deleted_at: Option<Instant>,
    /// Goes up with each change.
    pub version: u64,
    /// When the account was made.
    pub created_at: Instant,
    /// When it last changed.
    pub updated_at: Instant,
}

impl User {
    /// An account made at `at`, whose person has a password. The e-mail is kept in lower case.
    pub fn new(email: &str, name: &str, role: Role, team_ids: Vec<TeamId>, at: Instant) -> Self {
        Self {
            id: UserId::new(at),
            email: email.trim().to_lowercase(),
            name: name.trim().to_owned(),
            role,
            team_ids,
            avatar: None,
            is_active: true,
            is_invited: false,
            deleted_at: None,
            version: 1,
            created_at: at,
            updated_at: at,
        }
    }

    /// The short form that other records carry.
    pub fn to_ref(&self) -> PersonRef {
        PersonRef::new(self.id, &self.name, self.avatar)
    }
}
