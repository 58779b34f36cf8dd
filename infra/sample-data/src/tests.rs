use std::collections::{BTreeMap, HashMap, HashSet};

use domain::policy::{Standing, WorkItemOperation, WorkItemScope};
use domain::{Instant, Principal, Priority, Role, SessionId, Status, UserId, WorkItemType, rich_text};

use crate::{HISTORY_DAYS, Plan, SAMPLE_PASSWORD, SIGN_INS, Step, TicketPlan, plan};

/// Some moments: a Tuesday morning, a Sunday night, a first of January.
fn moments() -> [Instant; 3] {
    ["2026-11-24T09:30:00.000Z", "2027-02-28T23:59:59.999Z", "2028-01-01T00:00:00.000Z"]
        .map(|text| text.parse().unwrap())
}

fn principals(plan: &Plan) -> HashMap<UserId, Principal> {
    plan.people
        .iter()
        .map(|person| {
            let principal = Principal {
                user_id: person.id,
                name: person.name.clone(),
                avatar: person.avatar,
                role: person.role,
                team_ids: person.team_ids.clone(),
                session_id: SessionId::new(person.created_at),
            };
            (person.id, principal)
        })
        .collect()
}

/// A ticket in mid-replay.
struct State {
    scope: WorkItemScope<'static>,
    status: Status,
}

impl State {
    fn of(ticket: &TicketPlan) -> Self {
        Self {
            scope: WorkItemScope {
                item_type: WorkItemType::Ticket,
                watchers: &[],
                creator_id: ticket.creator,
                assignee_id: None,
                team_id: Some(ticket.team_id),
            },
            status: Status::Open,
        }
    }

    /// Does what the product would do, or panics with the rule that is in the way.
    fn apply(&mut self, people: &HashMap<UserId, Principal>, step: &Step) {
        let actor = &people[&step.by()];
        let standing = actor.standing(self.scope);
        match step {
            Step::Assign { to, .. } => {
                actor.may(WorkItemOperation::Assign, self.scope).unwrap();
                assert!(people[to].role.is_staff());
                assert_ne!(self.scope.assignee_id, Some(*to), "an assignment changes something");
                self.scope.assignee_id = Some(*to);
            }
            Step::Priority { .. } => actor.may(WorkItemOperation::Edit, self.scope).unwrap(),
            Step::Status { to, .. } => {
                let allowed = match standing {
                    Standing::Handler => self.status.next_for_handler(),
                    Standing::Requester => self.status.next_for_requester(),
                    Standing::Watcher | Standing::Stranger => &[],
                };
                assert!(allowed.contains(to), "{:?} to {to:?} by {standing:?}", self.status);
                self.status = *to;
            }
            Step::Comment { is_internal: true, .. } => {
                actor.may(WorkItemOperation::CommentInternally, self.scope).unwrap();
            }
            Step::Comment { .. } => {
                actor.may(WorkItemOperation::CommentPublicly, self.scope).unwrap();
                if standing == Standing::Requester && self.status == Status::Resolved {
                    self.status = Status::InProgress;
                }
            }
        }
    }
}

/// Each ticket's state at the end of its replay.
fn replay(plan: &Plan) -> Vec<State> {
    let people = principals(plan);
    plan.tickets
        .iter()
        .map(|ticket| {
            let mut state = State::of(ticket);
            for step in &ticket.steps {
                state.apply(&people, step);
            }
            state
        })
        .collect()
}

fn texts(plan: &Plan) -> impl Iterator<Item = &str> {
    plan.tickets.iter().flat_map(|ticket| {
        let comments = ticket.steps.iter().filter_map(|step| match step {
            Step::Comment { html, .. } => Some(html.as_str()),
            _ => None,
        });
        comments.chain([ticket.description.as_str()])
    })
}

#[test]
fn there_is_as_much_of_everything_as_promised() {
    let plan = plan(moments()[0]);
    assert_eq!(plan.teams.len(), 5);
    assert_eq!(plan.people.len(), 30);
    assert_eq!(plan.categories.len(), 9);
    assert_eq!(plan.tickets.len(), 400);
    assert_eq!(texts(&plan).count() - plan.tickets.len(), 1500);
    let scenarios: usize = crate::scenarios::ALL.iter().map(|of| of.len()).sum();
    assert!(scenarios >= 60, "{scenarios}");
}

#[test]
fn the_same_moment_gives_the_same_plan() {
    for now in moments() {
        assert_eq!(plan(now), plan(now));
    }
}

#[test]
fn another_moment_changes_the_dates_only() {
    let shape = |now| {
        let plan = plan(now);
        let names: Vec<String> = plan.people.iter().map(|person| person.name.clone()).collect();
        let texts: Vec<String> = texts(&plan).map(str::to_owned).collect();
        let steps: Vec<usize> = plan.tickets.iter().map(|ticket| ticket.steps.len()).collect();
        let ends: Vec<Status> = replay(&plan).iter().map(|state| state.status).collect();
        (names, texts, steps, ends)
    };
    let [first, second, third] = moments().map(shape);
    assert_eq!(first, second);
    assert_eq!(first, third);
}

#[test]
fn everything_happens_in_order_within_the_history() {
    for now in moments() {
        let plan = plan(now);
        let opening = now.plus_seconds(-HISTORY_DAYS * 86_400);
        let ready = plan.categories.iter().map(|category| category.created_at).max().unwrap();
        assert!(plan.people.iter().all(|person| person.created_at >= opening));
        assert!(plan.teams.iter().all(|team| team.created_at >= opening));
        assert!(plan.tickets.is_sorted_by(|one, next| one.created_at < next.created_at));
        for ticket in &plan.tickets {
            assert!(ticket.created_at > ready);
            let mut before = ticket.created_at;
            for step in &ticket.steps {
                assert!(step.at() > before && step.at() <= now, "{step:?}");
                before = step.at();
            }
        }
    }
}

#[test]
fn every_step_is_allowed() {
    for now in moments() {
        replay(&plan(now));
    }
}

#[test]
fn the_queue_looks_alive() {
    let plan = plan(moments()[0]);
    let mut by_status: BTreeMap<&str, usize> = BTreeMap::new();
    let states = replay(&plan);
    for state in &states {
        *by_status.entry(state.status.as_str()).or_default() += 1;
    }
    let active = states.iter().filter(|state| state.status.is_active()).count();
    assert!((85..=95).contains(&active), "{by_status:?}");
    assert_eq!(by_status.len(), Status::ALL.len(), "{by_status:?}");
    let unassigned = |state: &&State| state.status.is_active() && state.scope.assignee_id.is_none();
    assert!(states.iter().filter(unassigned).count() >= 15);
    let categories: HashSet<_> = plan.tickets.iter().map(|ticket| ticket.category_id).collect();
    assert_eq!(categories.len(), plan.categories.len());
    let priorities: HashSet<_> = plan.tickets.iter().map(|ticket| ticket.priority).collect();
    assert!(priorities.len() >= 3);
}

#[test]
fn most_of_it_happens_by_day_and_on_weekdays() {
    let plan = plan(moments()[0]);
    let share = |of: &dyn Fn(Instant) -> bool| {
        plan.tickets.iter().filter(|ticket| of(ticket.created_at)).count() * 100 / plan.tickets.len()
    };
    let by_day = share(&|at| (7..20).contains(&(at.as_second().rem_euclid(86_400) / 3600)));
    // 1970 began on a Thursday.
    let on_weekdays = share(&|at| !matches!(at.as_second().div_euclid(86_400).rem_euclid(7), 2 | 3));
    assert!(by_day >= 85, "{by_day} %");
    assert!(on_weekdays >= 90, "{on_weekdays} %");
}

#[test]
fn a_requester_asks_for_no_more_than_a_requester_may() {
    let plan = plan(moments()[0]);
    let people = principals(&plan);
    for ticket in &plan.tickets {
        assert!(people[&ticket.creator].role.is_staff() || ticket.priority <= Priority::REQUESTER_CAP);
    }
}

#[test]
fn texts_are_what_the_sanitiser_keeps_and_have_no_gaps() {
    let plan = plan(moments()[0]);
    for text in texts(&plan) {
        assert_eq!(rich_text::sanitise(text), text);
        assert!(!text.contains(['{', '}']), "{text}");
        assert!(text.starts_with('<'), "{text}");
    }
    for ticket in &plan.tickets {
        assert!(!ticket.title.contains(['{', '}', '<', '&']), "{}", ticket.title);
        assert!((1..=200).contains(&ticket.title.chars().count()));
    }
}

#[test]
fn titles_and_comments_vary() {
    let plan = plan(moments()[0]);
    let titles: HashSet<&str> = plan.tickets.iter().map(|ticket| ticket.title.as_str()).collect();
    assert!(titles.len() >= 340, "{}", titles.len());
    let distinct: HashSet<&str> = texts(&plan).collect();
    assert!(distinct.len() >= 1200, "{}", distinct.len());
}

#[test]
fn ids_are_distinct_and_carry_their_moment() {
    let plan = plan(moments()[0]);
    let mut ids = HashSet::new();
    for ticket in &plan.tickets {
        assert!(ids.insert(ticket.id.uuid()));
        assert_eq!(ticket.id.uuid().get_version_num(), 7);
        for step in &ticket.steps {
            if let Step::Comment { id, .. } = step {
                assert!(ids.insert(id.uuid()));
            }
        }
    }
    assert!(plan.tickets.is_sorted_by(|one, next| one.id < next.id));
}

#[test]
fn there_is_a_sign_in_for_each_role() {
    let plan = plan(moments()[0]);
    for (role, email) in SIGN_INS {
        let person = plan.people.iter().find(|person| person.email == email).unwrap();
        assert_eq!(person.role, role);
    }
    let lms = plan.teams.iter().find(|team| team.name == "LMS Support").unwrap();
    let named = |email: &str| plan.people.iter().find(|person| person.email == email).unwrap();
    assert_eq!(named("agent@seaversity.example").team_ids, [lms.id]);
    assert_eq!(lms.manager, Some(named("manager@seaversity.example").to_ref()));
    let count = |role| plan.people.iter().filter(|person| person.role == role).count();
    assert_eq!(Role::ALL.map(count), [2, 5, 13, 10]);
    assert!(SAMPLE_PASSWORD.len() >= 12);
}

#[test]
fn managers_belong_to_the_team_they_lead() {
    let plan = plan(moments()[0]);
    for team in &plan.teams {
        let manager = team.manager.as_ref().unwrap();
        let person = plan.people.iter().find(|person| person.id == manager.id).unwrap();
        assert_eq!(person.role, Role::Manager);
        assert!(person.team_ids.contains(&team.id));
    }
}
