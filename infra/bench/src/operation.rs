//! The requests that are measured.

use anyhow::{Result, anyhow};
use domain::WorkItemId;
use serde_json::json;

use crate::event::Request;
use crate::people::People;

/// A request that is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Operation {
    /// An agent reads a ticket with its comments.
    TicketRead,
    /// An agent lists the first page of the team's active tickets.
    TicketList,
    /// The same, sifted by priority.
    TicketListFiltered,
    /// An agent reads what was done to the team's work.
    ActivityFeed,
    /// An agent reads everything that happened as far as the agent may know of it.
    ActivityOfAll,
    /// An agent's unread notifications are counted.
    NotificationUnread,
    /// A requester raises a ticket.
    TicketCreate,
    /// An agent adds a comment.
    CommentCreate,
}

impl Operation {
    /// Those that read come first: what the others write would change what they read.
    pub(crate) const ALL: [Operation; 8] = [
        Operation::TicketRead,
        Operation::TicketList,
        Operation::TicketListFiltered,
        Operation::ActivityFeed,
        Operation::ActivityOfAll,
        Operation::NotificationUnread,
        Operation::TicketCreate,
        Operation::CommentCreate,
    ];

    /// The name in the results.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Operation::TicketRead => "ticket.read",
            Operation::TicketList => "ticket.list",
            Operation::TicketListFiltered => "ticket.list.filtered",
            Operation::ActivityFeed => "activity.feed",
            Operation::ActivityOfAll => "activity.all",
            Operation::NotificationUnread => "notification.unread",
            Operation::TicketCreate => "ticket.create",
            Operation::CommentCreate => "comment.create",
        }
    }

    /// The status of a good answer.
    pub(crate) const fn status(self) -> u16 {
        match self {
            Operation::TicketRead
            | Operation::TicketList
            | Operation::TicketListFiltered
            | Operation::ActivityFeed
            | Operation::ActivityOfAll
            | Operation::NotificationUnread => 200,
            Operation::TicketCreate | Operation::CommentCreate => 201,
        }
    }
}

/// Makes requests to one table's tickets.
#[derive(Debug, Clone)]
pub(crate) struct Requests {
    /// The agent's access token.
    pub(crate) agent: String,
    /// The requester's access token.
    pub(crate) requester: String,
    /// Whose category new tickets get.
    pub(crate) people: People,
    /// The tickets that are read and commented on in turn.
    pub(crate) tickets: Vec<WorkItemId>,
}

impl Requests {
    /// The `turn`th request of an operation.
    pub(crate) fn make(&self, operation: Operation, turn: usize) -> Result<Request> {
        // A prime step spreads neighbouring turns over the tickets.
        let ticket = self
            .tickets
            .get((turn * 7919) % self.tickets.len().max(1))
            .ok_or_else(|| anyhow!("the table has no tickets"))?;
        Ok(match operation {
            Operation::TicketRead => {
                Request { token: Some(self.agent.clone()), ..Request::get(&format!("/api/tickets/{ticket}")) }
            }
            Operation::TicketList => Request {
                query: "view=team&status=ACTIVE&limit=25",
                token: Some(self.agent.clone()),
                ..Request::get("/api/tickets")
            },
            Operation::TicketListFiltered => Request {
                query: "view=team&status=ACTIVE&priority=MEDIUM&limit=25",
                token: Some(self.agent.clone()),
                ..Request::get("/api/tickets")
            },
            Operation::ActivityFeed => Request {
                query: "limit=25",
                token: Some(self.agent.clone()),
                ..Request::get(&format!("/api/teams/{}/activity", self.people.teams[0]))
            },
            Operation::ActivityOfAll => Request {
                query: "limit=25",
                token: Some(self.agent.clone()),
                ..Request::get("/api/dashboard/activity")
            },
            Operation::NotificationUnread => {
                Request { token: Some(self.agent.clone()), ..Request::get("/api/notifications/unread-count") }
            }
            Operation::TicketCreate => Request {
                method: "POST",
                token: Some(self.requester.clone()),
                body: Some(json!({
                    "title": "The projector in the lecture hall shows no picture",
                    "description": format!("<p>{}</p>", "The cable is in, and the lamp is on. ".repeat(10)),
                    "priority": "MEDIUM",
                    "categoryId": self.people.category.to_string(),
                })),
                ..Request::get("/api/tickets")
            },
            Operation::CommentCreate => Request {
                method: "POST",
                token: Some(self.agent.clone()),
                body: Some(json!({
                    "content": format!("<p>{}</p>", "Please try the other input, and tell us what you see. ".repeat(4)),
                    "isInternal": false,
                })),
                ..Request::get(&format!("/api/tickets/{ticket}/comments"))
            },
        })
    }
}
