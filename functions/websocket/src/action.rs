//! What clients may ask for.

use domain::WorkItemId;
use serde::Serialize;
use serde_json::Value;

/// A request of a client.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Hear of everything about one ticket.
    JoinTicket {
        /// The ticket.
        ticket_id: WorkItemId,
    },
    /// No longer so.
    LeaveTicket {
        /// The ticket.
        ticket_id: WorkItemId,
    },
    /// Is anybody there?
    Ping,
}

/// Why a request was not done; goes to the client as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Refusal {
    /// What was asked for, as far as it can be told.
    pub action: Option<String>,
    /// The rule.
    pub detail: String,
}

impl Refusal {
    /// A refusal of `action`, which is echoed up to a length.
    pub fn new(action: Option<&str>, detail: impl Into<String>) -> Self {
        const ECHOED: usize = 64;
        Self { action: action.map(|name| name.chars().take(ECHOED).collect()), detail: detail.into() }
    }
}

impl Action {
    /// The name on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            Action::JoinTicket { .. } => "join:ticket",
            Action::LeaveTicket { .. } => "leave:ticket",
            Action::Ping => "ping",
        }
    }

    /// The request that a message holds.
    ///
    /// # Errors
    /// It is not JSON, names no known action, or names no ticket.
    pub fn parse(body: &str) -> Result<Self, Refusal> {
        let message: Value =
            serde_json::from_str(body).map_err(|_| Refusal::new(None, "a message must be a JSON object"))?;
        let Some(action) = message.get("action").and_then(Value::as_str) else {
            return Err(Refusal::new(None, "`action` must be a text"));
        };
        let ticket_id = || {
            message
                .get("ticketId")
                .and_then(Value::as_str)
                .unwrap_or_default()
                .parse::<WorkItemId>()
                .map_err(|error| Refusal::new(Some(action), format!("`ticketId` {error}")))
        };
        match action {
            "join:ticket" => Ok(Action::JoinTicket { ticket_id: ticket_id()? }),
            "leave:ticket" => Ok(Action::LeaveTicket { ticket_id: ticket_id()? }),
            "ping" => Ok(Action::Ping),
            _ => Err(Refusal::new(
                Some(action),
                "`action` must be one of `join:ticket`, `leave:ticket`, `ping`",
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_action_is_told_by_its_name() {
        let id = "wi_01990000000070008000000000000001";
        for name in ["join:ticket", "leave:ticket", "ping"] {
            let body = format!(r#"{{"action":"{name}","ticketId":"{id}"}}"#);
            assert_eq!(Action::parse(&body).map(Action::name), Ok(name));
        }
    }

    #[test]
    fn what_cannot_be_done_is_refused_with_its_rule() {
        let refused = |body: &str| Action::parse(body).unwrap_err();
        for body in ["", "{", "[]", "null", "{}", r#"{"action":7}"#, "\u{0}", "🐟"] {
            assert_eq!(refused(body).action, None, "{body}");
        }
        let unknown = refused(r#"{"action":"fly"}"#);
        assert_eq!(unknown.action.as_deref(), Some("fly"));
        assert!(unknown.detail.contains("`ping`"));
        for id in ["7", r#""T-0042""#, r#""usr_01990000000070008000000000000001""#, "null"] {
            let refusal = refused(&format!(r#"{{"action":"join:ticket","ticketId":{id}}}"#));
            assert_eq!(refusal.action.as_deref(), Some("join:ticket"));
            assert!(refusal.detail.starts_with("`ticketId` must be an id"), "{}", refusal.detail);
        }
    }

    #[test]
    fn a_long_name_is_echoed_in_part() {
        let body = format!(r#"{{"action":"{}"}}"#, "é".repeat(10_000));
        assert_eq!(Action::parse(&body).unwrap_err().action.unwrap().chars().count(), 64);
    }
}
