//! People, and what groups them and their work.

use domain::person::picture_path;
use domain::{CategoryId, CustomField, Instant, PersonRef, Priority, Role, TeamId, UserId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct User {
    /// Who it is.
    pub id: UserId,
    /// In lower case.
    pub email: String,
    /// The full name.
    pub name: String,
    /// The role.
    pub role: Role,
    /// The home team.
    pub team_id: Option<TeamId>,
    /// Every team, the home team first.
    pub team_ids: Vec<TeamId>,
    /// The picture's address at the app's origin; null for none.
    pub avatar: Option<String>,
    /// Whether the account signs in.
    pub is_active: bool,
    /// Whether the person was invited and has not chosen a password yet.
    pub is_invited: bool,
    /// Goes up with each change; the `ETag`.
    pub version: u64,
    /// When the account was made.
    pub created_at: Instant,
    /// When it last changed.
    pub updated_at: Instant,
}

impl From<domain::User> for User {
    fn from(user: domain::User) -> Self {
        Self {
            id: user.id,
            email: user.email,
            name: user.name,
            role: user.role,
            team_id: user.team_ids.first().copied(),
            team_ids: user.team_ids,
            avatar: user.avatar.map(picture_path),
            is_active: user.is_active,
            is_invited: user.is_invited,
            version: user.version,
            created_at: user.created_at,
            updated_at: user.updated_at,
        }
    }
}

/// A team.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Team {
    /// Which team it is.
    pub id: TeamId,
    /// Its name.
    pub name: String,
    /// What it looks after.
    pub description: Option<String>,
    /// `#rrggbb`.
    pub color: Option<String>,
    /// Who leads it.
    pub manager: Option<PersonRef>,
    /// Goes up with each change; the `ETag`.
    pub version: u64,
    /// When it was made.
    pub created_at: Instant,
    /// When it last changed.
    pub updated_at: Instant,
}

impl From<domain::Team> for Team {
    fn from(team: domain::Team) -> Self {
        Self {
            id: team.id,
            name: team.name,
            description: team.description,
            color: team.color,
            manager: team.manager,
            version: team.version,
            created_at: team.created_at,
            updated_at: team.updated_at,
        }
    }
}

/// A category.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Category {
    /// Which category it is.
    pub id: CategoryId,
    /// Its name.
    pub name: String,
    /// When to choose it.
    pub description: Option<String>,
    /// `#rrggbb`.
    pub color: Option<String>,
    /// The name of an icon of the app's set.
    pub icon: Option<String>,
    /// The team that looks after it.
    pub team_id: Option<TeamId>,
    /// How urgent new work is where nobody says.
    pub default_priority: Option<Priority>,
    /// What it asks for besides what every ticket has.
    pub fields: Vec<CustomField>,
    /// Whether it was deleted: it takes no new work, and work that has it keeps it.
    pub is_deleted: bool,
    /// Goes up with each change; the `ETag`.
    pub version: u64,
    /// When it was made.
    pub created_at: Instant,
    /// When it last changed.
    pub updated_at: Instant,
}

impl From<domain::Category> for Category {
    fn from(category: domain::Category) -> Self {
        Self {
            id: category.id,
            name: category.name,
            description: category.description,
            color: category.color,
            icon: category.icon,
            team_id: category.team_id,
            default_priority: category.default_priority,
            fields: category.fields,
            is_deleted: category.deleted_at.is_some(),
            version: category.version,
            created_at: category.created_at,
            updated_at: category.updated_at,
        }
    }
}
