//! `docs/PERMISSIONS.md`: what the policy answers, asked case by case.

use std::fmt::Write as _;

use domain::policy::{Operation, TeamOperation, WorkItemOperation, WorkItemScope};
use domain::{Instant, PersonRef, Principal, Role, SessionId, TeamId, UserId, WorkItemType};

const INTRODUCTION: &str = "\
# Permissions

Who may do what, as the policy module (`shared/domain/src/policy.rs`) answers. This page is written by
`cargo xtask openapi --write`, and a test tells when it is stale. What somebody may not see is answered as though it
did not exist (404); what somebody may see and not do, with the rule that is in the way (403).
";

/// A person of this role in these teams.
fn principal(role: Role, team_ids: Vec<TeamId>) -> Principal {
    let at = Instant::from_millisecond(0);
    Principal {
        user_id: UserId::new(at),
        name: String::new(),
        avatar: None,
        role,
        team_ids,
        session_id: SessionId::new(at),
    }
}

const fn mark(may: bool) -> &'static str {
    if may { "yes" } else { "–" }
}

/// The page.
pub fn written() -> String {
    let mut page = String::from(INTRODUCTION);
    general(&mut page);
    of_teams(&mut page);
    for item_type in [WorkItemType::Ticket, WorkItemType::Task] {
        of_items(&mut page, item_type);
    }
    page.push_str("\n## A comment\n\nIs changed and removed by its author (a USER for fifteen minutes), by managers of the team whose \
        ticket it is on,\nand by admins. An internal one is there only for those who handle the ticket.\n");
    page
}

fn row(page: &mut String, first: &str, cells: impl IntoIterator<Item = bool>) {
    let cells: Vec<&str> = cells.into_iter().map(mark).collect();
    // Writing to a text cannot fail.
    let _ = writeln!(page, "| {first} | {} |", cells.join(" | "));
}

fn general(page: &mut String) {
    page.push_str(
        "\n## In general\n\n| | ADMIN | MANAGER | AGENT | USER |\n| --- | --- | --- | --- | --- |\n",
    );
    for operation in Operation::ALL {
        let answers = Role::ALL.map(|role| principal(role, vec![]).may_in_general(operation).is_ok());
        row(page, operation.label(), answers);
    }
}

fn of_teams(page: &mut String) {
    page.push_str(
        "\n## A team\n\n| | ADMIN | MANAGER in it | MANAGER elsewhere | AGENT | USER |\n\
         | --- | --- | --- | --- | --- | --- |\n",
    );
    let team = TeamId::new(Instant::from_millisecond(0));
    for operation in TeamOperation::ALL {
        let may = |role, teams| principal(role, teams).may_for_team(operation, Some(team)).is_ok();
        row(
            page,
            operation.label(),
            [
                may(Role::Admin, vec![]),
                may(Role::Manager, vec![team]),
                may(Role::Manager, vec![]),
                may(Role::Agent, vec![team]),
                may(Role::User, vec![team]),
            ],
        );
    }
}

/// How somebody stands to an item.
#[derive(Clone, Copy)]
enum Relation {
    InTeam,
    Assigned,
    Raised,
    Watches,
    None,
}

fn of_items(page: &mut String, item_type: WorkItemType) {
    use Relation::{Assigned, InTeam, None, Raised, Watches};
    let noun = item_type.noun();
    let _ = write!(
        page,
        "\n## A {noun}\n\n*Staff* are managers and agents. Who stands in two relations has the rights of both.\n\n\
         | | ADMIN | staff of its team | staff it is assigned to | staff who raised it | staff who follow it | other \
         staff | USER who raised it | USER who follows it | other USER |\n\
         | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n"
    );
    let cases = [
        (Role::Admin, None),
        (Role::Agent, InTeam),
        (Role::Agent, Assigned),
        (Role::Agent, Raised),
        (Role::Agent, Watches),
        (Role::Agent, None),
        (Role::User, Raised),
        (Role::User, Watches),
        (Role::User, None),
    ];
    for operation in WorkItemOperation::ALL {
        row(page, operation.label(), cases.map(|(role, relation)| may(operation, item_type, role, relation)));
    }
}

fn may(operation: WorkItemOperation, item_type: WorkItemType, role: Role, relation: Relation) -> bool {
    let at = Instant::from_millisecond(0);
    let team = TeamId::new(at);
    let person = principal(role, if matches!(relation, Relation::InTeam) { vec![team] } else { vec![] });
    let own = PersonRef::new(person.user_id, "", None);
    let watchers = if matches!(relation, Relation::Watches) { vec![own] } else { vec![] };
    let scope = WorkItemScope {
        item_type,
        creator_id: if matches!(relation, Relation::Raised) { person.user_id } else { UserId::new(at) },
        assignee_id: matches!(relation, Relation::Assigned).then_some(person.user_id),
        team_id: Some(team),
        watchers: &watchers,
    };
    person.may(operation, scope).is_ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_written_page_is_what_the_policy_answers() {
        let written = include_str!("../../../docs/PERMISSIONS.md");
        assert!(written == super::written(), "stale: run `cargo xtask openapi --write`");
    }
}
