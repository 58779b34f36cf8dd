//! What may be done, and what it is called in a table that people read.

/// What may be done to a work item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum WorkItemOperation {
    /// Read it and its public comments.
    View,
    /// Add a public comment, or a public attachment.
    CommentPublicly,
    /// Read and write internal comments and attachments.
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
            Self::View => "read it and its public comments and attachments",
            Self::CommentPublicly => "add public comments and attachments",
            Self::CommentInternally => "read and write internal comments and attachments",
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
    /// Raise a ticket in somebody else's name.
    RaiseForAnother,
    /// Ask for a priority above [`crate::Settings::requester_priority_cap`].
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
    /// Keep saved views and macros, and use those that are shared.
    UseShelves,
    /// Change the organisation's settings.
    ManageSettings,
    /// Change the own password and second factor, see and end the own sign-ins.
    SecureOwnAccount,
}

impl Operation {
    /// Every operation.
    pub const ALL: [Self; 15] = [
        Self::CreateTicket,
        Self::CreateTask,
        Self::PlanWork,
        Self::DeleteWork,
        Self::AssignOnCreate,
        Self::RaiseForAnother,
        Self::RaiseCritical,
        Self::ListUsers,
        Self::ManageUsers,
        Self::ReadCatalogue,
        Self::ListMembers,
        Self::ManageTeams,
        Self::UseShelves,
        Self::ManageSettings,
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
            Self::RaiseForAnother => "raise a ticket in somebody else's name",
            Self::RaiseCritical => "ask for a priority above the cap of requesters",
            Self::ListUsers => "see who there is",
            Self::ManageUsers => "make, change and delete accounts",
            Self::ReadCatalogue => "read teams and categories",
            Self::ListMembers => "see who is in a team, and what was done to its work",
            Self::ManageTeams => "make and delete teams",
            Self::UseShelves => "keep saved views and macros, and use shared ones",
            Self::ManageSettings => "change the organisation's settings",
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
    /// Make, change and delete the saved views and macros that it shares.
    ManageShared,
    /// See how its work goes.
    ViewStatistics,
}

impl TeamOperation {
    /// Every operation.
    pub const ALL: [Self; 5] = [
        Self::EditTeam,
        Self::ManageMembers,
        Self::ManageCategories,
        Self::ManageShared,
        Self::ViewStatistics,
    ];

    /// What it is, for a table that people read.
    pub const fn label(self) -> &'static str {
        match self {
            Self::EditTeam => "change the team",
            Self::ManageMembers => "take people in and out",
            Self::ManageCategories => "make, change and delete its categories",
            Self::ManageShared => "make, change and delete the views and macros that it shares",
            Self::ViewStatistics => "see how its work goes",
        }
    }
}
