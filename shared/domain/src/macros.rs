//! Macros: what an agent does with one click, and the words that go with it. One with words alone is a canned reply.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    CategoryId, Instant, MacroId, PersonRef, Priority, Sharing, Status, TeamId, UserId, WorkItem, rich_text,
};

/// The most macros on one shelf: of a person, of a team, or of everyone.
pub const MOST_MACROS: usize = 100;

/// The most that a macro's words may hold once sanitised, in bytes: a shelf fits in one read.
pub const MAX_REPLY_BYTES: usize = 8 * 1024;

/// Who is to work on an item: a person's id, `me` for whoever uses the macro, or `nobody`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum MacroAssignee {
    /// Whoever uses the macro.
    Me,
    /// Nobody for now.
    Nobody,
    /// This person.
    Person(UserId),
}

impl From<MacroAssignee> for String {
    fn from(assignee: MacroAssignee) -> String {
        match assignee {
            MacroAssignee::Me => "me".into(),
            MacroAssignee::Nobody => "nobody".into(),
            MacroAssignee::Person(id) => id.to_string(),
        }
    }
}

impl TryFrom<String> for MacroAssignee {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        match text.as_str() {
            "me" => Ok(Self::Me),
            "nobody" => Ok(Self::Nobody),
            id => id.parse().map(Self::Person).map_err(|_| "must be `me`, `nobody` or the id of a person"),
        }
    }
}

impl utoipa::PartialSchema for MacroAssignee {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::Type::String)
            .pattern(Some("^(me|nobody|usr_[0-9a-f]{32})$"))
            .into()
    }
}

impl ToSchema for MacroAssignee {}

/// What becomes of the item: absent fields stay.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MacroActions {
    /// A status; where it cannot follow, the macro is refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<Status>,
    /// How urgent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priority: Option<Priority>,
    /// What kind of problem.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub category_id: Option<CategoryId>,
    /// Whose queue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub team_id: Option<TeamId>,
    /// Who is to work on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignee: Option<MacroAssignee>,
    /// Tags to add.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 20)]
    pub add_tags: Vec<String>,
    /// Tags to take away.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 20)]
    pub remove_tags: Vec<String>,
}

/// The words of a macro.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct MacroReply {
    /// HTML with variables such as `{{requester.firstName}}`.
    #[schema(min_length = 1, max_length = 8192)]
    pub content: String,
    /// Whether only those who handle the item may read it.
    #[serde(default)]
    pub is_internal: bool,
}

/// What an agent does with one click.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Macro {
    /// Which macro it is.
    pub id: MacroId,
    /// What it is called.
    pub name: String,
    /// When to use it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// What it says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reply: Option<MacroReply>,
    /// What it does.
    #[serde(default)]
    pub actions: MacroActions,
    /// Who has it.
    pub sharing: Sharing,
    /// Who made it.
    pub owner: PersonRef,
    /// Goes up with each change.
    pub version: u64,
    /// When it was made.
    pub created_at: Instant,
    /// When it last changed.
    pub updated_at: Instant,
}

/// What stands between `{{` and `}}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Variable {
    /// The requester's name.
    RequesterName,
    /// The first word of it.
    RequesterFirstName,
    /// The name of whoever uses the macro.
    AgentName,
    /// The first word of it.
    AgentFirstName,
    /// The assignee's name; nothing where nobody works on the item.
    AssigneeName,
    /// `T-0042`.
    TicketNumber,
    /// The item's title.
    TicketTitle,
    /// Its status in words.
    TicketStatus,
    /// Its priority in words.
    TicketPriority,
}

impl Variable {
    /// Every variable.
    pub const ALL: [Self; 9] = [
        Self::RequesterName,
        Self::RequesterFirstName,
        Self::AgentName,
        Self::AgentFirstName,
        Self::AssigneeName,
        Self::TicketNumber,
        Self::TicketTitle,
        Self::TicketStatus,
        Self::TicketPriority,
    ];

    /// What stands between the braces.
    pub const fn name(self) -> &'static str {
        match self {
            Self::RequesterName => "requester.name",
            Self::RequesterFirstName => "requester.firstName",
            Self::AgentName => "agent.name",
            Self::AgentFirstName => "agent.firstName",
            Self::AssigneeName => "assignee.name",
            Self::TicketNumber => "ticket.number",
            Self::TicketTitle => "ticket.title",
            Self::TicketStatus => "ticket.status",
            Self::TicketPriority => "ticket.priority",
        }
    }

    fn value(self, item: &WorkItem, agent: &PersonRef) -> String {
        let first = |name: &str| name.split_whitespace().next().unwrap_or_default().to_owned();
        match self {
            Self::RequesterName => item.creator.name.clone(),
            Self::RequesterFirstName => first(&item.creator.name),
            Self::AgentName => agent.name.clone(),
            Self::AgentFirstName => first(&agent.name),
            Self::AssigneeName => {
                item.assignee.as_ref().map_or_else(String::new, |person| person.name.clone())
            }
            Self::TicketNumber => item.number.clone(),
            Self::TicketTitle => item.title.clone(),
            Self::TicketStatus => item.status.label().to_owned(),
            Self::TicketPriority => item.priority.as_str().to_lowercase(),
        }
    }
}

/// A piece of a macro's words.
enum Piece<'t> {
    Text(&'t str),
    Variable(&'t str),
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((name, after)) = after.split_once("}}") else { break };
        pieces.push(Piece::Text(before));
        pieces.push(Piece::Variable(name.trim()));
        rest = after;
    }
    pieces.push(Piece::Text(rest));
    pieces
}

fn variable(name: &str) -> Option<Variable> {
    Variable::ALL.into_iter().find(|variable| variable.name() == name)
}

/// The names between braces that mean nothing.
pub fn unknown_variables(content: &str) -> Vec<String> {
    pieces(content)
        .into_iter()
        .filter_map(|piece| match piece {
            Piece::Variable(name) if variable(name).is_none() => Some(rich_text::plain_text(name)),
            _ => None,
        })
        .collect()
}

/// The words for this item, used by `agent`. What stands in place of a variable is text, never markup.
pub fn fill_in(content: &str, item: &WorkItem, agent: &PersonRef) -> String {
    pieces(content)
        .into_iter()
        .map(|piece| match piece {
            Piece::Text(text) => text.to_owned(),
            Piece::Variable(name) => {
                variable(name).map_or_else(String::new, |known| rich_text::escape(&known.value(item, agent)))
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Role, WorkItemType};

    fn item() -> (WorkItem, PersonRef) {
        let at = Instant::from_millisecond(1_790_000_000_000);
        let person = |name: &str| crate::User::new("x@y.example", name, Role::User, vec![], at).to_ref();
        let item = WorkItem::new(
            WorkItemType::Ticket,
            "T-0042".into(),
            "The <b> is gone & more",
            person("Jonas Weber"),
            at,
        );
        (item, person("Ana Silva"))
    }

    #[test]
    fn variables_are_filled_in_as_text() {
        let (item, agent) = item();
        let text = "<p>Hi {{requester.firstName}}, {{ ticket.number }} “{{ticket.title}}” is {{ticket.status}}.{{assignee.name}} {{agent.name}}</p>";
        assert_eq!(
            fill_in(text, &item, &agent),
            "<p>Hi Jonas, T-0042 “The &lt;b&gt; is gone &amp; more” is open. Ana Silva</p>"
        );
    }

    #[test]
    fn a_value_that_looks_like_a_variable_stays_what_it_is() {
        let (mut item, agent) = item();
        item.title = "{{agent.name}}".into();
        assert_eq!(fill_in("{{ticket.title}}", &item, &agent), "{{agent.name}}");
    }

    #[test]
    fn what_means_nothing_is_named() {
        assert_eq!(unknown_variables("{{ticket.colour}} {{agent.name}} {{}} {{x"), ["ticket.colour", ""]);
        let all: String = Variable::ALL.map(|variable| format!("{{{{{}}}}}", variable.name())).concat();
        assert_eq!(unknown_variables(&all), [] as [&str; 0]);
    }

    #[test]
    fn an_assignee_reads_back_what_it_writes() {
        for text in ["\"me\"", "\"nobody\"", "\"usr_01990000000070008000000000000001\""] {
            let assignee: MacroAssignee = serde_json::from_str(text).unwrap();
            assert_eq!(serde_json::to_string(&assignee).unwrap(), text);
        }
        assert!(serde_json::from_str::<MacroAssignee>("\"ana\"").is_err());
    }
}
