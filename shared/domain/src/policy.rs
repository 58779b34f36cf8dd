//! Who may do what. Handlers, lists, pushes, notifications and mails all ask here.
//!
//! A [`Principal`] comes only from a session that was just read, so asking implies that the session is good.

use crate::{
    Comment, PersonRef, PublicComment, Role, Session, SessionId, Status, TeamId, UserId, WorkItem,
    WorkItemSummary,
};

/// Somebody whose session was found good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Principal {
    /// Who it is.
    pub user_id: UserId,
    /// The name.
    pub name: String,
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
            role: session.role,
            team_ids: session.team_ids,
            session_id: session.id,
        }
    }
}

impl Principal {
    /// The short form that records carry.
    pub fn to_ref(&self) -> PersonRef {
        PersonRef { id: self.user_id, name: self.name.clone() }
    }
}

/// The rule that was in the way. Its text goes to the client.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Denied(pub &'static str);

/// What the rules about a work item look at. Taken from the item or its summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorkItemScope {
    /// Who raised it.
    pub creator_id: UserId,
    /// Who works on it.
    pub assignee_id: Option<UserId>,
    /// Whose queue it is in.
    pub team_id: Option<TeamId>,
}

impl From<&WorkItem> for WorkItemScope {
    fn from(item: &WorkItem) -> Self {
        Self {
            creator_id: item.creator.id,
            assignee_id: item.assignee.as_ref().map(|person| person.id),
            team_id: item.team_id,
        }
    }
}

impl From<&WorkItemSummary> for WorkItemScope {
    fn from(item: &WorkItemSummary) -> Self {
        Self {
            creator_id: item.creator.id,
            assignee_id: item.assignee.as_ref().map(|person| person.id),
            team_id: item.team_id,
        }
    }
}

/// What may be done to a work item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WorkItemOperation {
    /// Read it and its public comments.
    View,
    /// Add a public comment.
    CommentPublicly,
    /// Read and write internal comments.
    CommentInternally,
    /// Change title, description, status, priority, category, team.
    Edit,
    /// Give it to somebody.
    Assign,
    /// Close or reopen it.
    CloseOrReopen,
    /// Read who changed what.
    ViewActivity,
}

impl WorkItemOperation {
    /// Every operation.
    pub const ALL: [Self; 7] = [
        Self::View,
        Self::CommentPublicly,
        Self::CommentInternally,
        Self::Edit,
        Self::Assign,
        Self::CloseOrReopen,
        Self::ViewActivity,
    ];
}

/// What may be done without a work item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Operation {
    /// Raise a ticket.
    CreateTicket,
    /// Name an assignee when raising a ticket.
    AssignOnCreate,
    /// Ask for a priority above [`crate::Priority::REQUESTER_CAP`].
    RaiseCritical,
    /// See who there is.
    ListUsers,
    /// Make and change accounts.
    ManageUsers,
    /// Read teams and categories.
    ReadCatalogue,
    /// See who is in a team.
    ListMembers,
    /// Make and delete teams.
    ManageTeams,
    /// Change the own password and second factor, see and end the own sign-ins.
    SecureOwnAccount,
}

impl Operation {
    /// Every operation.
    pub const ALL: [Self; 9] = [
        Self::CreateTicket,
        Self::AssignOnCreate,
        Self::RaiseCritical,
        Self::ListUsers,
        Self::ManageUsers,
        Self::ReadCatalogue,
        Self::ListMembers,
        Self::ManageTeams,
        Self::SecureOwnAccount,
    ];
}

/// What may be done to what belongs to a team.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TeamOperation {
    /// Change the team's name, description, colour and manager.
    EditTeam,
    /// Take people in and out.
    ManageMembers,
    /// Make, change and delete its categories.
    ManageCategories,
}

impl TeamOperation {
    /// Every operation.
    pub const ALL: [Self; 3] = [Self::EditTeam, Self::ManageMembers, Self::ManageCategories];
}

/// How a person stands to a work item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Works on it: an admin, staff of its team, or staff it is assigned to.
    Handler,
    /// Raised it, and does not handle it.
    Requester,
    /// Neither: the item does not exist for this person.
    Stranger,
}

/// How somebody of this role, in these teams, stands to the item.
pub fn standing(user_id: UserId, role: Role, team_ids: &[TeamId], item: WorkItemScope) -> Standing {
    let in_team = item.team_id.is_some_and(|team| team_ids.contains(&team));
    let assigned = item.assignee_id == Some(user_id);
    if role == Role::Admin || (role.is_staff() && (in_team || assigned)) {
        Standing::Handler
    } else if item.creator_id == user_id {
        Standing::Requester
    } else {
        Standing::Stranger
    }
}

impl Principal {
    /// How this person stands to the item.
    pub fn standing(&self, item: impl Into<WorkItemScope>) -> Standing {
        standing(self.user_id, self.role, &self.team_ids, item.into())
    }

    /// Whether this person may do that to the item; the error is the rule. A [`Standing::Stranger`] is
    /// refused everything, and the caller answers as though there were no such item.
    pub fn may(&self, operation: WorkItemOperation, item: impl Into<WorkItemScope>) -> Result<(), Denied> {
        use WorkItemOperation as Op;
        match (self.standing(item), operation) {
            (Standing::Handler, _) => Ok(()),
            (Standing::Requester, Op::View | Op::CommentPublicly | Op::CloseOrReopen) => Ok(()),
            (Standing::Requester, Op::CommentInternally) => {
                Err(Denied("only staff of the ticket's team can read and write internal comments"))
            }
            (Standing::Requester, Op::Edit) => Err(Denied(
                "only staff of the ticket's team can change it; its requester can close or reopen it",
            )),
            (Standing::Requester, Op::Assign) => Err(Denied("only staff of the ticket's team can assign it")),
            (Standing::Requester, Op::ViewActivity) => {
                Err(Denied("only staff of the ticket's team can read its activity"))
            }
            (Standing::Stranger, _) => Err(Denied("there is no such ticket, or it is not for you")),
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
            TeamOperation::ManageMembers => "only an admin, or a manager of the team, can change who is in it",
            TeamOperation::ManageCategories => {
                "only an admin, or a manager of the category's team, can make and change categories"
            }
        }))
    }

    /// Whether this person may do that at all; the error is the rule.
    pub fn may_in_general(&self, operation: Operation) -> Result<(), Denied> {
        match operation {
            Operation::CreateTicket | Operation::ReadCatalogue | Operation::SecureOwnAccount => Ok(()),
            Operation::AssignOnCreate if self.role.is_staff() => Ok(()),
            Operation::AssignOnCreate => Err(Denied("only staff can set `assigneeId`")),
            Operation::RaiseCritical if self.role.is_staff() => Ok(()),
            Operation::RaiseCritical => Err(Denied("only staff can set `priority` to `CRITICAL`")),
            Operation::ListUsers | Operation::ListMembers if self.role.is_staff() => Ok(()),
            Operation::ListUsers | Operation::ListMembers => {
                Err(Denied("only staff can see who else there is"))
            }
            Operation::ManageTeams if self.role == Role::Admin => Ok(()),
            Operation::ManageTeams => Err(Denied("only an admin can make and delete teams")),
            Operation::ManageUsers if self.role == Role::Admin => Ok(()),
            Operation::ManageUsers => Err(Denied("only an admin can make and change accounts")),
        }
    }

    /// The statuses that this person may give the item now.
    pub fn next_statuses(&self, item: &WorkItem) -> &'static [Status] {
        match self.standing(item) {
            Standing::Handler => item.status.next_for_handler(),
            Standing::Requester => item.status.next_for_requester(),
            Standing::Stranger => &[],
        }
    }
}

/// The comment as somebody of this standing may see it: a handler sees all, a requester only what is public.
pub fn visible_comment(standing: Standing, comment: Comment) -> Option<Comment> {
    match standing {
        Standing::Handler => Some(comment),
        Standing::Requester => PublicComment::new(comment).map(PublicComment::into_inner),
        Standing::Stranger => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Instant;
    use Standing::{Handler, Requester, Stranger};

    fn at() -> Instant {
        Instant::from_millisecond(1_790_000_000_000)
    }

    fn principal(role: Role, team_ids: Vec<TeamId>) -> Principal {
        Principal {
            user_id: UserId::new(at()),
            name: "P".into(),
            role,
            team_ids,
            session_id: SessionId::new(at()),
        }
    }

    /// Each role against each relation to a ticket: in its team, assigned, creator, nothing.
    #[test]
    fn standing_of_each_role_and_relation() {
        let team = TeamId::new(at());
        let other_team = TeamId::new(at());
        let table = [
            (Role::Admin, Handler, Handler, Handler, Handler),
            (Role::Manager, Handler, Handler, Requester, Stranger),
            (Role::Agent, Handler, Handler, Requester, Stranger),
            (Role::User, Stranger, Stranger, Requester, Stranger),
        ];
        for (role, in_team, assigned, creator, nothing) in table {
            let member = principal(role, vec![team]);
            let outsider = principal(role, vec![other_team]);
            let scope =
                |creator_id, assignee_id| WorkItemScope { creator_id, assignee_id, team_id: Some(team) };
            let someone = UserId::new(at());
            assert_eq!(member.standing(scope(someone, None)), in_team, "{role:?} in the team");
            assert_eq!(
                outsider.standing(scope(someone, Some(outsider.user_id))),
                assigned,
                "{role:?} assigned"
            );
            assert_eq!(outsider.standing(scope(outsider.user_id, None)), creator, "{role:?} creator");
            assert_eq!(outsider.standing(scope(someone, None)), nothing, "{role:?} stranger");
        }
    }

    #[test]
    fn each_operation_by_standing() {
        use WorkItemOperation as Op;
        let team = TeamId::new(at());
        let agent = principal(Role::Agent, vec![team]);
        let user = principal(Role::User, vec![]);
        let item = WorkItemScope { creator_id: user.user_id, assignee_id: None, team_id: Some(team) };
        let stranger = principal(Role::Agent, vec![]);
        for operation in Op::ALL {
            assert!(agent.may(operation, item).is_ok(), "{operation:?}");
            assert!(stranger.may(operation, item).is_err(), "{operation:?}");
            let for_requester = matches!(operation, Op::View | Op::CommentPublicly | Op::CloseOrReopen);
            assert_eq!(user.may(operation, item).is_ok(), for_requester, "{operation:?}");
        }
    }

    #[test]
    fn each_general_operation_by_role() {
        use Operation as Op;
        let table = [
            (Op::CreateTicket, [true, true, true, true]),
            (Op::AssignOnCreate, [true, true, true, false]),
            (Op::RaiseCritical, [true, true, true, false]),
            (Op::ListUsers, [true, true, true, false]),
            (Op::ManageUsers, [true, false, false, false]),
            (Op::ReadCatalogue, [true, true, true, true]),
            (Op::ListMembers, [true, true, true, false]),
            (Op::ManageTeams, [true, false, false, false]),
            (Op::SecureOwnAccount, [true, true, true, true]),
        ];
        assert_eq!(table.len(), Op::ALL.len());
        for (operation, allowed) in table {
            for (role, expected) in Role::ALL.into_iter().zip(allowed) {
                let answer = principal(role, vec![]).may_in_general(operation).is_ok();
                assert_eq!(answer, expected, "{operation:?} by {role:?}");
            }
        }
    }

    #[test]
    fn a_team_is_changed_by_admins_and_its_own_managers() {
        let (own, other) = (TeamId::new(at()), TeamId::new(at()));
        for operation in TeamOperation::ALL {
            for (role, expected) in Role::ALL.into_iter().zip([
                [true, true, true],
                [true, false, false],
                [false, false, false],
                [false, false, false],
            ]) {
                let person = principal(role, vec![own]);
                let answers = [Some(own), Some(other), None].map(|team| person.may_for_team(operation, team).is_ok());
                assert_eq!(answers, expected, "{operation:?} by {role:?}: own, other, none");
            }
        }
    }

    #[test]
    fn a_user_in_a_team_is_still_no_handler() {
        let team = TeamId::new(at());
        let user = principal(Role::User, vec![team]);
        let item = WorkItemScope {
            creator_id: UserId::new(at()),
            assignee_id: Some(user.user_id),
            team_id: Some(team),
        };
        assert_eq!(user.standing(item), Stranger);
    }
}
