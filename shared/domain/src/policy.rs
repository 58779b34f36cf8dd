//! Who may do what. Handlers, lists, pushes, notifications and mails all ask here.
//!
//! A [`Principal`] comes only from a session that was just read, so asking implies that the session is good.

use crate::{
    Change, Comment, Instant, PersonRef, PublicComment, Role, Session, SessionId, Status, TeamId, UserId,
    WorkItem, WorkItemSummary, WorkItemType,
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

/// What may be done to a work item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WorkItemOperation {
    /// Read it and its public comments.
    View,
    /// Add a public comment.
    CommentPublicly,
    /// Read and write internal comments.
    CommentInternally,
    /// Change its fields, its links and its checklist; merge and split it.
    Edit,
    /// Follow it oneself, or no more.
    Watch,
    /// Let others follow it, or no more.
    ManageWatchers,
    /// Raise another that takes it up again once it is closed.
    FollowUp,
    /// Give it to somebody.
    Assign,
    /// Close or reopen it.
    CloseOrReopen,
    /// Read who changed what.
    ViewActivity,
}

impl WorkItemOperation {
    /// Every operation.
    pub const ALL: [Self; 10] = [
        Self::View,
        Self::CommentPublicly,
        Self::CommentInternally,
        Self::Edit,
        Self::Watch,
        Self::ManageWatchers,
        Self::FollowUp,
        Self::Assign,
        Self::CloseOrReopen,
        Self::ViewActivity,
    ];

    /// What it is, for a table that people read.
    pub const fn label(self) -> &'static str {
        match self {
            Self::View => "read it and its public comments",
            Self::CommentPublicly => "add a public comment",
            Self::CommentInternally => "read and write internal comments",
            Self::Edit => "change, link, merge and split it",
            Self::Watch => "follow it",
            Self::ManageWatchers => "choose who else follows it",
            Self::FollowUp => "take it up again once it is closed",
            Self::Assign => "assign it",
            Self::CloseOrReopen => "close or reopen it",
            Self::ViewActivity => "read who changed what",
        }
    }
}

/// What may be done without a work item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Operation {
    /// Raise a ticket.
    CreateTicket,
    /// Make a task.
    CreateTask,
    /// Set a due date, an estimate, tags and a checklist when raising work.
    PlanWork,
    /// Delete work, and restore it within thirty days.
    DeleteWork,
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
    pub const ALL: [Self; 12] = [
        Self::CreateTicket,
        Self::CreateTask,
        Self::PlanWork,
        Self::DeleteWork,
        Self::AssignOnCreate,
        Self::RaiseCritical,
        Self::ListUsers,
        Self::ManageUsers,
        Self::ReadCatalogue,
        Self::ListMembers,
        Self::ManageTeams,
        Self::SecureOwnAccount,
    ];

    /// What it is, for a table that people read.
    pub const fn label(self) -> &'static str {
        match self {
            Self::CreateTicket => "raise a ticket",
            Self::CreateTask => "make a task, list tasks",
            Self::PlanWork => "set due date, estimate, tags and checklist when raising work",
            Self::DeleteWork => "delete and restore work",
            Self::AssignOnCreate => "name an assignee when raising work",
            Self::RaiseCritical => "ask for critical priority",
            Self::ListUsers => "see who there is",
            Self::ManageUsers => "make, change and delete accounts",
            Self::ReadCatalogue => "read teams and categories",
            Self::ListMembers => "see who is in a team, and what was done to its work",
            Self::ManageTeams => "make and delete teams",
            Self::SecureOwnAccount => "change the own password, second factor and sign-ins",
        }
    }
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

    /// What it is, for a table that people read.
    pub const fn label(self) -> &'static str {
        match self {
            Self::EditTeam => "change the team",
            Self::ManageMembers => "take people in and out",
            Self::ManageCategories => "make, change and delete its categories",
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
            (_, Op::CommentInternally) => {
                Err(Denied("only staff of the ticket's team can read and write internal comments"))
            }
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
        }))
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

    /// Whether this person may change or remove the comment at `at`: admins any, managers those of their own teams,
    /// agents their own, others their own for a quarter of an hour.
    pub fn may_change_comment(&self, comment: &Comment, item: &WorkItem, at: Instant) -> Result<(), Denied> {
        const OWN_SECONDS: i64 = 15 * 60;
        let is_own = comment.author.id == self.user_id;
        let is_fresh = at.as_second() - comment.created_at.as_second() <= OWN_SECONDS;
        let allowed = match self.role {
            Role::Admin => true,
            Role::Manager => is_own || item.team_id.is_some_and(|team| self.team_ids.contains(&team)),
            Role::Agent => is_own,
            Role::User => is_own && is_fresh,
        };
        if allowed {
            return Ok(());
        }
        Err(Denied(if is_own {
            "you can change what you wrote for fifteen minutes"
        } else {
            "only who wrote it, a manager of the team and an admin can change a comment"
        }))
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
const TOLD_FIELDS: [&str; 9] = [
    "title",
    "description",
    "status",
    "priority",
    "categoryId",
    "teamId",
    "assignee",
    "dueDate",
    "customFields",
];

/// The changes that somebody of this standing may know of.
pub fn visible_changes(standing: Standing, changes: &[Change]) -> Vec<Change> {
    let is_visible = |change: &&Change| match standing {
        Standing::Handler => true,
        Standing::Requester | Standing::Watcher => TOLD_FIELDS.contains(&change.field.as_str()),
        Standing::Stranger => false,
    };
    changes.iter().filter(is_visible).cloned().collect()
}

/// The comment as somebody of this standing may see it: a handler sees all, a requester only what is public.
pub fn visible_comment(standing: Standing, comment: Comment) -> Option<Comment> {
    match standing {
        Standing::Handler => Some(comment),
        Standing::Requester | Standing::Watcher => PublicComment::new(comment).map(PublicComment::into_inner),
        Standing::Stranger => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Standing::{Handler, Requester, Stranger, Watcher};

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

    fn scope<'a>(creator_id: UserId, team: TeamId, watchers: &'a [PersonRef]) -> WorkItemScope<'a> {
        WorkItemScope {
            item_type: WorkItemType::Ticket,
            creator_id,
            assignee_id: None,
            team_id: Some(team),
            watchers,
        }
    }

    /// Each role against each relation to an item: in its team, assigned, creator, watcher, nothing.
    #[test]
    fn standing_of_each_role_and_relation() {
        let (team, other_team) = (TeamId::new(at()), TeamId::new(at()));
        let table = [
            (Role::Admin, [Handler, Handler, Handler, Handler, Handler], [Handler; 5]),
            (
                Role::Manager,
                [Handler, Handler, Requester, Watcher, Stranger],
                [Handler, Handler, Requester, Watcher, Stranger],
            ),
            (
                Role::Agent,
                [Handler, Handler, Requester, Watcher, Stranger],
                [Handler, Handler, Requester, Watcher, Stranger],
            ),
            (Role::User, [Stranger, Stranger, Requester, Watcher, Stranger], [Stranger; 5]),
        ];
        for (role, of_ticket, of_task) in table {
            let member = principal(role, vec![team]);
            let outsider = principal(role, vec![other_team]);
            let someone = UserId::new(at());
            let watching = [outsider.to_ref()];
            for (item_type, expected) in [(WorkItemType::Ticket, of_ticket), (WorkItemType::Task, of_task)] {
                let plain = WorkItemScope { item_type, ..scope(someone, team, &[]) };
                let standings = [
                    member.standing(plain),
                    outsider.standing(WorkItemScope { assignee_id: Some(outsider.user_id), ..plain }),
                    outsider.standing(WorkItemScope { creator_id: outsider.user_id, ..plain }),
                    outsider.standing(WorkItemScope { watchers: &watching, ..plain }),
                    outsider.standing(plain),
                ];
                assert_eq!(standings, expected, "{role:?} and a {}", item_type.noun());
            }
        }
    }

    #[test]
    fn each_operation_by_standing() {
        use WorkItemOperation as Op;
        let team = TeamId::new(at());
        let agent = principal(Role::Agent, vec![team]);
        let user = principal(Role::User, vec![]);
        let watcher = principal(Role::User, vec![]);
        let watchers = [watcher.to_ref()];
        let item = scope(user.user_id, team, &watchers);
        let stranger = principal(Role::Agent, vec![]);
        for operation in Op::ALL {
            assert!(agent.may(operation, item).is_ok(), "{operation:?}");
            assert!(stranger.may(operation, item).is_err(), "{operation:?}");
            let for_watcher = matches!(operation, Op::View | Op::CommentPublicly | Op::Watch);
            let for_requester = for_watcher || matches!(operation, Op::CloseOrReopen | Op::FollowUp);
            assert_eq!(user.may(operation, item).is_ok(), for_requester, "{operation:?}");
            assert_eq!(watcher.may(operation, item).is_ok(), for_watcher, "{operation:?}");
        }
    }

    #[test]
    fn each_general_operation_by_role() {
        use Operation as Op;
        let table = [
            (Op::CreateTicket, [true, true, true, true]),
            (Op::CreateTask, [true, true, true, false]),
            (Op::PlanWork, [true, true, true, false]),
            (Op::DeleteWork, [true, false, false, false]),
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
    fn a_comment_is_changed_by_its_author_the_teams_managers_and_admins() {
        let (own, other) = (TeamId::new(at()), TeamId::new(at()));
        let raised_by = PersonRef { id: UserId::new(at()), name: "R".into() };
        let item = WorkItem {
            team_id: Some(own),
            ..WorkItem::new(WorkItemType::Ticket, "T-0001".into(), "t", raised_by, at())
        };
        let comment_of = |author: PersonRef| Comment {
            id: crate::CommentId::new(at()),
            work_item_id: item.id,
            author,
            author_role: Role::User,
            content: "<p>x</p>".into(),
            is_internal: false,
            created_at: at(),
            updated_at: at(),
        };
        let later = at().plus_seconds(15 * 60 + 1);
        // Another's in the own team, another's elsewhere, the own at once, the own later.
        let table = [
            (Role::Admin, [true, true, true, true]),
            (Role::Manager, [true, false, true, true]),
            (Role::Agent, [false, false, true, true]),
            (Role::User, [false, false, true, false]),
        ];
        let someone = PersonRef { id: UserId::new(at()), name: "S".into() };
        for (role, expected) in table {
            let (member, outsider) = (principal(role, vec![own]), principal(role, vec![other]));
            let answers = [
                member.may_change_comment(&comment_of(someone.clone()), &item, at()),
                outsider.may_change_comment(&comment_of(someone.clone()), &item, at()),
                outsider.may_change_comment(&comment_of(outsider.to_ref()), &item, at()),
                outsider.may_change_comment(&comment_of(outsider.to_ref()), &item, later),
            ];
            assert_eq!(answers.map(|answer| answer.is_ok()), expected, "{role:?}");
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
                let answers =
                    [Some(own), Some(other), None].map(|team| person.may_for_team(operation, team).is_ok());
                assert_eq!(answers, expected, "{operation:?} by {role:?}: own, other, none");
            }
        }
    }

    #[test]
    fn a_user_in_a_team_is_still_no_handler() {
        let team = TeamId::new(at());
        let user = principal(Role::User, vec![team]);
        let item = WorkItemScope { assignee_id: Some(user.user_id), ..scope(UserId::new(at()), team, &[]) };
        assert_eq!(user.standing(item), Stranger);
    }
}
