//! What clients may ask for.

use domain::{UserId, WorkItemId, WorkItemType};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// A request of a client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Action {
    /// Hear of everything about one ticket or one task, and be seen there.
    Join(WorkItemType, WorkItemId),
    /// No longer so.
    Leave(WorkItemType, WorkItemId),
    /// A comment is being written.
    StartTyping {
        /// On which item.
        work_item_id: WorkItemId,
        /// Whether it is an internal one; where that is not said, it is taken for one, which fewer hear of.
        is_internal: bool,
    },
    /// No longer so.
    StopTyping {
        /// On which item.
        work_item_id: WorkItemId,
    },
    /// Which of these people are online?
    AskPresence {
        /// [`Action::MOST_ASKED`] at most.
        user_ids: Vec<UserId>,
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
    /// The most people that can be asked for at once.
    pub const MOST_ASKED: usize = 50;

    /// The name on the wire.
    pub const fn name(&self) -> &'static str {
        match self {
            Action::Join(WorkItemType::Ticket, _) => "join:ticket",
            Action::Join(WorkItemType::Task, _) => "join:task",
            Action::Leave(WorkItemType::Ticket, _) => "leave:ticket",
            Action::Leave(WorkItemType::Task, _) => "leave:task",
            Action::StartTyping { .. } => "typing:start",
            Action::StopTyping { .. } => "typing:stop",
            Action::AskPresence { .. } => "presence:ask",
            Action::Ping => "ping",
        }
    }

    /// The request that a message holds.
    ///
    /// # Errors
    /// It is not JSON, names no known action, or lacks what the action needs.
    pub fn parse(body: &str) -> Result<Self, Refusal> {
        let message: Value =
            serde_json::from_str(body).map_err(|_| Refusal::new(None, "a message must be a JSON object"))?;
        let Some(action) = message.get("action").and_then(Value::as_str) else {
            return Err(Refusal::new(None, "`action` must be a text"));
        };
        let item = |field: &str| {
            let text = message.get(field).and_then(Value::as_str).unwrap_or_default();
            text.parse::<WorkItemId>()
                .map_err(|error| Refusal::new(Some(action), format!("`{field}` {error}")))
        };
        match action {
            "join:ticket" => Ok(Action::Join(WorkItemType::Ticket, item("ticketId")?)),
            "join:task" => Ok(Action::Join(WorkItemType::Task, item("taskId")?)),
            "leave:ticket" => Ok(Action::Leave(WorkItemType::Ticket, item("ticketId")?)),
            "leave:task" => Ok(Action::Leave(WorkItemType::Task, item("taskId")?)),
            "typing:start" => Ok(Action::StartTyping {
                work_item_id: item("workItemId")?,
                is_internal: field_of(&message, action, "isInternal", "must be true or false")?
                    .unwrap_or(true),
            }),
            "typing:stop" => Ok(Action::StopTyping { work_item_id: item("workItemId")? }),
            "presence:ask" => {
                const RULE: &str = "must be 1 to 50 ids of people";
                let user_ids: Vec<UserId> = field_of(&message, action, "userIds", RULE)?.unwrap_or_default();
                if user_ids.is_empty() || user_ids.len() > Self::MOST_ASKED {
                    return Err(Refusal::new(Some(action), format!("`userIds` {RULE}")));
                }
                Ok(Action::AskPresence { user_ids })
            }
            "ping" => Ok(Action::Ping),
            _ => Err(Refusal::new(
                Some(action),
                "`action` must be one of `join:ticket`, `join:task`, `leave:ticket`, `leave:task`, \
                 `typing:start`, `typing:stop`, `presence:ask`, `ping`",
            )),
        }
    }
}

/// A field that may be missing, and must be of its kind where it is not.
fn field_of<T: DeserializeOwned>(
    message: &Value,
    action: &str,
    name: &str,
    rule: &str,
) -> Result<Option<T>, Refusal> {
    let Some(value) = message.get(name) else {
        return Ok(None);
    };
    T::deserialize(value).map(Some).map_err(|_| Refusal::new(Some(action), format!("`{name}` {rule}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_action_is_told_by_its_name() {
        let id = "wi_01990000000070008000000000000001";
        let person = "usr_01990000000070008000000000000001";
        for name in [
            "join:ticket",
            "join:task",
            "leave:ticket",
            "leave:task",
            "typing:start",
            "typing:stop",
            "presence:ask",
            "ping",
        ] {
            let body = serde_json::json!({
                "action": name, "ticketId": id, "taskId": id, "workItemId": id, "userIds": [person],
            });
            assert_eq!(Action::parse(&body.to_string()).map(|action| action.name()), Ok(name));
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
    fn what_is_written_is_internal_unless_it_is_said_to_be_public() {
        let id = "wi_01990000000070008000000000000001";
        let parse =
            |rest: &str| Action::parse(&format!(r#"{{"action":"typing:start","workItemId":"{id}"{rest}}}"#));
        let start = |is_internal| Action::StartTyping { work_item_id: id.parse().unwrap(), is_internal };
        assert_eq!(parse(""), Ok(start(true)));
        assert_eq!(parse(r#","isInternal":true"#), Ok(start(true)));
        assert_eq!(parse(r#","isInternal":false"#), Ok(start(false)));
        assert_eq!(parse(r#","isInternal":0"#).unwrap_err().detail, "`isInternal` must be true or false");
    }

    #[test]
    fn so_many_people_are_asked_for_at_once() {
        let ids = |count: usize| vec!["usr_01990000000070008000000000000001"; count];
        let ask = |ids: Vec<&str>| {
            Action::parse(&serde_json::json!({"action": "presence:ask", "userIds": ids}).to_string())
        };
        assert!(ask(ids(50)).is_ok());
        for refused in [ask(ids(51)), ask(vec![]), ask(vec!["x"])] {
            assert_eq!(refused.unwrap_err().detail, "`userIds` must be 1 to 50 ids of people");
        }
    }

    #[test]
    fn a_long_name_is_echoed_in_part() {
        let body = format!(r#"{{"action":"{}"}}"#, "é".repeat(10_000));
        assert_eq!(Action::parse(&body).unwrap_err().action.unwrap().chars().count(), 64);
    }
}
