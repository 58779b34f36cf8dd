//! Who may do what. Handlers, lists, pushes, notifications and mails all ask here.
//!
//! A [`Principal`] comes only from a session that was just read, so asking implies that the session is good.

mod knowledge;
mod operations;
#[cfg(test)]
mod tests;

pub use knowledge::{Presence, may_notice};
pub use operations::{Operation, TeamOperation, WorkItemOperation};

use crate::{
    Attachment, AttachmentId, Change, Comment, Instant, PersonRef, PublicAttachment, PublicComment, Role,
    Session, SessionId, Sharing, Status, TeamId, User, UserId, WorkItem, WorkItemSummary, WorkItemType,
};

/// Somebody whose session was found good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Principal {
    /// Who it is.
    pub user_id: UserId,
    /// The name.
    pub name: String,
    /// The person's picture.
    pub avatar: Option<AttachmentId>,
    /// The role.
    pub role: Role,
    /// The teams.
    pub team_ids: Vec<TeamId>,
    /// The sign-in.
    pub session_id: SessionId,
}

impl From<Session> for Principal {
    fn from(session: Session) -> Self {
        Self {
            user_id: session.user_id,
            name: session.name,
            avatar: session.avatar,
            role: session.role,
            team_ids: session.team_ids,
            session_id: session.id,
        }
    }
}

impl Principal {
    /// The short form that records carry.
    pub fn to_ref(&self) -> PersonRef {
        PersonRef::new(self.user_id, &self.name, self.avatar)
    }
}

/// The rule that was in the way. Its text goes to the client.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Denied(pub &'static str);

/// What the rules about a work item look at. Taken from the item or its summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorkItemScope<'a> {
    /// Ticket or task.
    pub item_type: WorkItemType,
    /// Who raised it.
    pub creator_id: UserId,
    /// Who works on it.
    pub assignee_id: Option<UserId>,
    /// Whose queue it is in.
    pub team_id: Option<TeamId>,
    /// Who follows it.
    pub watchers: &'a [PersonRef],
}

impl<'a> From<&'a WorkItem> for WorkItemScope<'a> {
    fn from(item: &'a WorkItem) -> Self {
        Self {
            item_type: item.item_type,
            creator_id: item.creator.id,
            assignee_id: item.assignee.as_ref().map(|person| person.id),
            team_id: item.team_id,
            watchers: &item.watchers,
        }
    }
}

impl<'a> From<&'a WorkItemSummary> for WorkItemScope<'a> {
    fn from(item: &'a WorkItemSummary) -> Self {
        Self {
            item_type: item.item_type,
            creator_id: item.creator.id,
            assignee_id: item.assignee.as_ref().map(|person| person.id),
            team_id: item.team_id,
            watchers: &item.watchers,
        }
    }
}

/// How a person stands to a work item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Works on it: an admin, staff of its team, or staff it is assigned to.
    Handler,
    /// Raised it, and does not handle it.
    Requester,
    /// Follows it, and neither raised nor handles it.
    Watcher,
    /// Neither: the item does not exist for this person.
    Stranger,
}

/// How somebody of this role, in these teams, stands to the item.
pub fn standing(user_id: UserId, role: Role, team_ids: &[TeamId], item: WorkItemScope<'_>) -> Standing {
    // Tasks are the staff's own: to nobody else is there such a thing.
    if item.item_type == WorkItemType::Task && !role.is_staff() {
        return Standing::Stranger;
    }
    let in_team = item.team_id.is_some_and(|team| team_ids.contains(&team));
    let assigned = item.assignee_id == Some(user_id);
    if role == Role::Admin || (role.is_staff() && (in_team || assigned)) {
        Standing::Handler
    } else if item.creator_id == user_id {
        Standing::Requester
    } else if item.watchers.iter().any(|watcher| watcher.id == user_id) {
        Standing::Watcher
    } else {
        Standing::Stranger
    }
}

impl Principal {
    /// How this person stands to the item.
    pub fn standing<'a>(&self, item: impl Into<WorkItemScope<'a>>) -> Standing {
        standing(self.user_id, self.role, &self.team_ids, item.into())
    }

    /// Whether this person may do that to the item; the error is the rule. A [`Standing::Stranger`] is
    /// refused everything, and the caller answers as though there were no such item.
    pub fn may<'a>(
        &self,
        operation: WorkItemOperation,
        item: impl Into<WorkItemScope<'a>>,
    ) -> Result<(), Denied> {
        use WorkItemOperation as Op;
        match (self.standing(item), operation) {
            (Standing::Handler, _) => Ok(()),
            (Standing::Stranger, _) => Err(Denied("there is no such ticket, or it is not for you")),
            (Standing::Requester | Standing::Watcher, Op::View | Op::CommentPublicly | Op::Watch) => Ok(()),
            (Standing::Requester, Op::CloseOrReopen | Op::FollowUp) => Ok(()),
            (Standing::Watcher, Op::CloseOrReopen | Op::FollowUp) => {
                Err(Denied("only who raised it, and staff of its team, can close it and take it up again"))
            }
            (_, Op::CommentInternally) => Err(Denied(
                "only staff of the ticket's team can read and write internal comments and attachments",
            )),
            (_, Op::Edit) => Err(Denied(
                "only staff of the ticket's team can change it; its requester can close or reopen it",
            )),
            (_, Op::Assign) => Err(Denied("only staff of the ticket's team can assign it")),
            (_, Op::ManageWatchers) => {
                Err(Denied("only staff of the ticket's team can choose who else follows it"))
            }
            (_, Op::ViewActivity) => Err(Denied("only staff of the ticket's team can read its activity")),
        }
    }

    /// Whether this person may do that for the team, or for what belongs to none; the error is the rule.
    pub fn may_for_team(&self, operation: TeamOperation, team: Option<TeamId>) -> Result<(), Denied> {
        let leads = self.role == Role::Manager && team.is_some_and(|team| self.team_ids.contains(&team));
        if self.role == Role::Admin || leads {
            return Ok(());
        }
        Err(Denied(match operation {
            TeamOperation::EditTeam => "only an admin, or a manager of the team, can change it",
            TeamOperation::ManageMembers => {
                "only an admin, or a manager of the team, can change who is in it"
            }
            TeamOperation::ManageCategories => {
                "only an admin, or a manager of the category's team, can make and change categories"
            }
            TeamOperation::ViewStatistics => {
                "only an admin, or a manager of the team, can see how its work goes"
            }
            TeamOperation::ManageShared => {
                "only a manager of the team can share views and macros with it, and only an admin with everyone"
            }
        }))
    }

    /// Whether this person has what `owner` keeps and shares like this: their own, their teams' and everyone's; an admin
    /// every team's too. What somebody does not have is to them as though it did not exist.
    pub fn has(&self, owner: UserId, sharing: Sharing) -> bool {
        self.role.is_staff()
            && match sharing {
                Sharing::Nobody => owner == self.user_id,
                Sharing::Team { team_id } => self.role == Role::Admin || self.team_ids.contains(&team_id),
                Sharing::Everyone => true,
            }
    }

    /// Whether this person may make, change and delete what `owner` keeps and shares like this; the error is the rule.
    pub fn may_keep(&self, owner: UserId, sharing: Sharing) -> Result<(), Denied> {
        self.may_in_general(Operation::UseShelves)?;
        match sharing {
            Sharing::Nobody if owner == self.user_id => Ok(()),
            Sharing::Nobody => Err(Denied("only whoever made it can change it")),
            Sharing::Team { .. } | Sharing::Everyone => {
                self.may_for_team(TeamOperation::ManageShared, sharing.team())
            }
        }
    }

    /// Whether this person may do that at all; the error is the rule.
    pub fn may_in_general(&self, operation: Operation) -> Result<(), Denied> {
        match operation {
            Operation::CreateTicket | Operation::ReadCatalogue | Operation::SecureOwnAccount => Ok(()),
            Operation::CreateTask if self.role.is_staff() => Ok(()),
            Operation::CreateTask => Err(Denied("only staff can make tasks")),
            Operation::PlanWork if self.role.is_staff() => Ok(()),
            Operation::PlanWork => {
                Err(Denied("only staff can set `dueDate`, `estimatedHours`, `tags` and `checklist`"))
            }
            Operation::DeleteWork if self.role == Role::Admin => Ok(()),
            Operation::DeleteWork => Err(Denied("only an admin can delete and restore work")),
            Operation::AssignOnCreate if self.role.is_staff() => Ok(()),
            Operation::AssignOnCreate => Err(Denied("only staff can set `assigneeId`")),
            Operation::RaiseForAnother if self.role.is_staff() => Ok(()),
            Operation::RaiseForAnother => Err(Denied("only staff can set `requesterId`")),
            Operation::RaiseCritical if self.role.is_staff() => Ok(()),
            Operation::RaiseCritical => Err(Denied("only staff can set `priority` this high")),
            Operation::ListUsers | Operation::ListMembers if self.role.is_staff() => Ok(()),
            Operation::ListUsers | Operation::ListMembers => {
                Err(Denied("only staff can see who else there is"))
            }
            Operation::UseShelves if self.role.is_staff() => Ok(()),
            Operation::UseShelves => Err(Denied("only staff have saved views and macros")),
            Operation::ManageTeams if self.role == Role::Admin => Ok(()),
            Operation::ManageTeams => Err(Denied("only an admin can make and delete teams")),
            Operation::ManageSettings if self.role == Role::Admin => Ok(()),
            Operation::ManageSettings => Err(Denied("only an admin can change the organisation's settings")),
            Operation::ManageUsers if self.role == Role::Admin => Ok(()),
            Operation::ManageUsers => Err(Denied("only an admin can make and change accounts")),
        }
    }

    /// Whether this person may change or remove the comment at `at`: admins any, managers those of their own teams,
    /// agents their own, others their own for a quarter of an hour.
    pub fn may_change_comment(&self, comment: &Comment, item: &WorkItem, at: Instant) -> Result<(), Denied> {
        self.may_take_back(comment.author.id, comment.created_at, item, at).map_err(|is_own| {
            Denied(if is_own {
                "you can change what you wrote for fifteen minutes"
            } else {
                "only who wrote it, a manager of the team and an admin can change a comment"
            })
        })
    }

    /// Whether this person may remove the attachment at `at`: those who might, had they written a comment in its place.
    pub fn may_remove_attachment(
        &self,
        attachment: &Attachment,
        item: &WorkItem,
        at: Instant,
    ) -> Result<(), Denied> {
        self.may_take_back(attachment.uploaded_by.id, attachment.created_at, item, at).map_err(|is_own| {
            Denied(if is_own {
                "you can remove what you attached for fifteen minutes"
            } else {
                "only who attached it, a manager of the team and an admin can remove an attachment"
            })
        })
    }

    /// The error tells whether it is the person's own.
    fn may_take_back(
        &self,
        author: UserId,
        made_at: Instant,
        item: &WorkItem,
        at: Instant,
    ) -> Result<(), bool> {
        const OWN_SECONDS: i64 = 15 * 60;
        let is_own = author == self.user_id;
        let is_fresh = at.as_second() - made_at.as_second() <= OWN_SECONDS;
        let allowed = match self.role {
            Role::Admin => true,
            Role::Manager => is_own || item.team_id.is_some_and(|team| self.team_ids.contains(&team)),
            Role::Agent => is_own,
            Role::User => is_own && is_fresh,
        };
        if allowed { Ok(()) } else { Err(is_own) }
    }

    /// Whether this person may choose the picture of `person`.
    pub fn may_choose_picture(&self, person: UserId) -> Result<(), Denied> {
        if self.role == Role::Admin || self.user_id == person {
            return Ok(());
        }
        Err(Denied("only an admin can choose somebody else's picture"))
    }

    /// Whether this person may mention another in a comment, and be suggested them: somebody active who may read it.
    /// Those who do not handle the item are shown nobody whom the item does not show them.
    pub fn may_mention(&self, person: &User, item: &WorkItem, is_internal: bool) -> bool {
        let shows_itself = |id| {
            item.creator.id == id
                || item.assignee.as_ref().is_some_and(|assignee| assignee.id == id)
                || id == self.user_id
        };
        let may_read = match standing(person.id, person.role, &person.team_ids, item.into()) {
            Standing::Handler => true,
            Standing::Requester | Standing::Watcher => !is_internal,
            Standing::Stranger => false,
        };
        person.is_active && may_read && (self.standing(item) == Standing::Handler || shows_itself(person.id))
    }

    /// The statuses that this person may give the item now.
    pub fn next_statuses(&self, item: &WorkItem) -> &'static [Status] {
        match self.standing(item) {
            Standing::Handler => item.status.next_for_handler(),
            Standing::Requester => item.status.next_for_requester(),
            Standing::Watcher | Standing::Stranger => &[],
        }
    }
}

/// The fields whose changes are told to who raised or follows an item, besides those who handle it.
const TOLD_FIELDS: [&str; 10] = [
    "title",
    "description",
    "status",
    "priority",
    "categoryId",
    "teamId",
    "assignee",
    "dueDate",
    "customFields",
    "attachments",
];

/// Whether somebody of this standing may know of the change.
pub fn is_visible_change(standing: Standing, change: &Change) -> bool {
    match standing {
        Standing::Handler => true,
        Standing::Requester | Standing::Watcher => TOLD_FIELDS.contains(&change.field.as_str()),
        Standing::Stranger => false,
    }
}

/// The attachment as somebody of this standing may see it: a handler sees all, a requester only what is public.
pub fn visible_attachment(standing: Standing, attachment: Attachment) -> Option<Attachment> {
    match standing {
        Standing::Handler => Some(attachment),
        Standing::Requester | Standing::Watcher => {
            PublicAttachment::new(attachment).map(PublicAttachment::into_inner)
        }
        Standing::Stranger => None,
    }
}

/// The comment as somebody of this standing may see it: a handler sees all, a requester only what is public.
pub fn visible_comment(standing: Standing, comment: Comment) -> Option<Comment> {
    match standing {
        Standing::Handler => Some(comment),
        Standing::Requester | Standing::Watcher => PublicComment::new(comment).map(PublicComment::into_inner),
        Standing::Stranger => None,
    }
}
