//! The tickets: who raises what and when, how each ends, and how many comments there are in all.

use std::cmp::Reverse;

use domain::{Category, CommentId, Instant, Priority, Role, Team, User, WorkItemId};

use crate::calendar::{ASSESSMENT, Calendar};
use crate::people::{FIRST_REQUESTER, WALKS, Walk};
use crate::random::{Random, uuid};
use crate::scenarios::{self, Audience};
use crate::script::{self, Actor, Beat, Ending, Scene};
use crate::slots::Slots;
use crate::{Step, TicketPlan};

/// How many tickets there are.
pub(crate) const TICKETS: usize = 400;
/// How many comments there are on all of them.
pub(crate) const COMMENTS: usize = 1500;

const SEED: u64 = 0x005e_a5e4_51d3;
const TICKET: u64 = 4;
const COMMENT: u64 = 5;

/// How many tickets wait, are assigned, in progress, on hold, resolved and cancelled; the others are closed.
const ENDINGS: [(Ending, usize); 6] = [
    (Ending::Waiting, 24),
    (Ending::Assigned, 8),
    (Ending::InProgress, 38),
    (Ending::OnHold, 20),
    (Ending::Resolved, 34),
    (Ending::Cancelled, 24),
];

/// How often each category comes up, and how often in the assessment week.
const WEIGHTS: [(usize, usize); 9] =
    [(14, 9), (11, 3), (9, 18), (11, 30), (15, 15), (13, 9), (11, 6), (10, 6), (7, 3)];

/// A ticket before its moments are known.
struct Draft {
    raised: f64,
    creator: usize,
    category: usize,
    title: String,
    description: String,
    priority: Priority,
    cast: Cast,
    slots: Slots,
    scenes: Vec<Scene>,
}

/// Who handles a ticket, as indexes of people.
struct Cast {
    first: usize,
    second: usize,
    manager: usize,
}

/// Who and what there is.
struct Desk<'a> {
    teams: &'a [Team],
    people: &'a [User],
    categories: &'a [Category],
}

pub(crate) fn tickets(
    calendar: &Calendar,
    teams: &[Team],
    people: &[User],
    categories: &[Category],
) -> Vec<TicketPlan> {
    let mut random = Random::new(SEED);
    let endings = endings(&mut random);
    let mut turns = [0; 9];
    let desk = Desk { teams, people, categories };
    let mut drafts: Vec<Draft> = endings
        .into_iter()
        .enumerate()
        .map(|(index, ending)| {
            let raised = (index as f64 + random.unit()) / TICKETS as f64;
            let category = category(&mut random, raised);
            let turn = turns[category];
            turns[category] += 1;
            desk.draft(&mut random, raised, ending, category, turn)
        })
        .collect();
    settle_comments(&mut random, &mut drafts);
    let mut comments = 0;
    drafts
        .into_iter()
        .enumerate()
        .map(|(index, draft)| {
            place(calendar, people, &categories[draft.category], index, draft, &mut comments)
        })
        .collect()
}

/// How each ticket ends, from the oldest to the newest: what is not done is mostly new.
fn endings(random: &mut Random) -> Vec<Ending> {
    let mut by_age: Vec<(usize, usize)> =
        (0..TICKETS).map(|index| (index + random.below(110), index)).collect();
    by_age.sort_by_key(|age| Reverse(*age));
    let newest: Vec<usize> = by_age.into_iter().map(|(_, index)| index).collect();
    let mut endings = vec![Ending::Closed; TICKETS];
    let mut taken = 0;
    for (ending, count) in ENDINGS {
        let mut left = count;
        if ending == Ending::Cancelled {
            // They are spread over the whole history.
            let mut rest = newest[taken..].to_vec();
            random.shuffle(&mut rest);
            for index in rest.into_iter().take(count) {
                endings[index] = ending;
            }
            continue;
        }
        while left > 0 && taken < TICKETS {
            endings[newest[taken]] = ending;
            taken += 1;
            left -= 1;
        }
    }
    endings
}

fn category(random: &mut Random, raised: f64) -> usize {
    let in_assessment = ASSESSMENT.contains(&raised);
    let weight = |(usual, then): (usize, usize)| if in_assessment { then } else { usual };
    let mut ticket = random.below(WEIGHTS.into_iter().map(weight).sum());
    for (index, weights) in WEIGHTS.into_iter().enumerate() {
        let weight = weight(weights);
        if ticket < weight {
            return index;
        }
        ticket -= weight;
    }
    0
}

impl Desk<'_> {
    /// The ticket that is the `turn`th of its category.
    fn draft(&self, random: &mut Random, raised: f64, ending: Ending, category: usize, turn: usize) -> Draft {
        let scenarios = scenarios::ALL[category];
        let scenario = &scenarios[turn % scenarios.len()];
        let wanted = self.categories[category].team_id;
        let position = self.teams.iter().position(|team| Some(team.id) == wanted);
        let team = &self.teams[position.unwrap_or(0)];
        let creator = creator(random, scenario.audience, team, self.people);
        let cast = cast(random, team, self.people);
        let slots = Slots::draw(
            random,
            [
                ("first", first_name(&self.people[creator].name)),
                ("agent", first_name(&self.people[cast.first].name)),
                ("team", &team.name.replace('&', "&amp;")),
            ],
        );
        let wish = match scenario.priority {
            Priority::Medium if random.chance(14) => Priority::Low,
            Priority::Medium if random.chance(14) => Priority::High,
            Priority::Low if random.chance(25) => Priority::Medium,
            usual => usual,
        };
        let priority =
            if self.people[creator].role.is_staff() { wish } else { wish.min(Priority::REQUESTER_CAP) };
        // The first report goes with the first two titles, the second with the third.
        let round = turn / scenarios.len() % scenario.titles.len();
        let report = scenario.reports[round / 2];
        Draft {
            raised,
            creator,
            category,
            title: slots.title(scenario.titles[round]),
            description: script::paragraphs(&slots.fill(report)),
            priority,
            cast,
            scenes: script::write(random, scenario, priority, ending),
            slots,
        }
    }
}

/// Somebody who would have this problem and does not handle it.
fn creator(random: &mut Random, audience: Audience, team: &Team, people: &[User]) -> usize {
    let staff_too = audience != Audience::Students && random.chance(22);
    let fitting: Vec<usize> = (0..people.len())
        .filter(|index| {
            let person = &people[*index];
            match index.checked_sub(FIRST_REQUESTER) {
                Some(requester) if !staff_too => match audience {
                    Audience::Students => WALKS[requester] == Walk::Student,
                    Audience::Teachers => WALKS[requester] == Walk::Lecturer,
                    Audience::Anyone => true,
                },
                None if staff_too => person.role != Role::Admin && !person.team_ids.contains(&team.id),
                _ => false,
            }
        })
        .collect();
    *random.pick(&fitting)
}

fn cast(random: &mut Random, team: &Team, people: &[User]) -> Cast {
    let manager = people
        .iter()
        .position(|person| team.manager.as_ref().is_some_and(|manager| manager.id == person.id))
        .unwrap_or(0);
    let mut agents: Vec<usize> = (0..people.len())
        .filter(|index| people[*index].role == Role::Agent && people[*index].team_ids.contains(&team.id))
        .collect();
    // Those who help out from another team get less of it.
    agents.sort_by_key(|index| people[*index].team_ids.first() != Some(&team.id));
    let helper = agents.len() - 1;
    let mut first = random.below(agents.len());
    if first == helper && random.chance(40) {
        first = 0;
    }
    let second = (first + 1 + random.below(agents.len() - 1)) % agents.len();
    Cast { first: agents[first], second: agents[second], manager }
}

fn first_name(name: &str) -> &str {
    name.split(' ').next().unwrap_or(name)
}

/// Puts in or leaves out such comments as the stories do not need, until there are [`COMMENTS`].
fn settle_comments(random: &mut Random, drafts: &mut [Draft]) {
    let is_comment = |scene: &&Scene| scene.included && matches!(scene.beat, Beat::Comment { .. });
    let mut count = drafts.iter().flat_map(|draft| &draft.scenes).filter(is_comment).count();
    let mut optional: Vec<(usize, usize)> = drafts
        .iter()
        .enumerate()
        .flat_map(|(draft, of)| (0..of.scenes.len()).map(move |scene| (draft, scene)))
        .filter(|(draft, scene)| drafts[*draft].scenes[*scene].optional)
        .collect();
    random.shuffle(&mut optional);
    for (draft, scene) in optional {
        let scene = &mut drafts[draft].scenes[scene];
        if count < COMMENTS && !scene.included {
            scene.included = true;
            count += 1;
        } else if count > COMMENTS && scene.included {
            scene.included = false;
            count -= 1;
        }
    }
}

/// Gives each step its moment and its people.
fn place(
    calendar: &Calendar,
    people: &[User],
    category: &Category,
    index: usize,
    mut draft: Draft,
    comments: &mut usize,
) -> TicketPlan {
    let created_at = calendar.at(draft.raised);
    let scenes: Vec<Scene> = draft.scenes.into_iter().filter(|scene| scene.included).collect();
    let wanted: f64 = scenes.iter().map(|scene| scene.gap).sum();
    let room = (0.999 - draft.raised).max(0.000_1);
    let haste = if wanted > room { room / wanted } else { 1.0 };
    let mut fraction = draft.raised;
    let mut at = created_at;
    let mut assignee = draft.cast.first;
    let mut steps = Vec::with_capacity(scenes.len());
    for scene in scenes {
        fraction += scene.gap * haste;
        at = calendar.at(fraction).max(at.plus_seconds(1));
        let person = |actor: Actor| {
            let index = match actor {
                Actor::Requester => draft.creator,
                Actor::Assignee => assignee,
                Actor::Colleague if assignee == draft.cast.first => draft.cast.second,
                Actor::Colleague => draft.cast.first,
                Actor::Manager => draft.cast.manager,
            };
            people[index].id
        };
        steps.push(match scene.beat {
            Beat::Assign { by, second } => {
                let by = person(by);
                if second {
                    assignee = draft.cast.second;
                }
                let to = people[assignee].id;
                Step::Assign { by, to, at }
            }
            Beat::Status { by, to } => Step::Status { by: person(by), to, at },
            Beat::Priority { by, to } => Step::Priority { by: person(by), to, at },
            Beat::Comment { by, text, is_internal } => {
                *comments += 1;
                let signer = signer(by, &draft.cast, assignee, &text);
                draft.slots.set_agent(first_name(&people[signer].name));
                Step::Comment {
                    id: comment_id(at, *comments),
                    by: person(by),
                    html: draft.slots.fill(&text),
                    is_internal,
                    at,
                }
            }
        });
    }
    TicketPlan {
        id: WorkItemId::from_uuid(uuid(created_at, TICKET, index)),
        creator: people[draft.creator].id,
        title: draft.title,
        description: draft.description,
        priority: draft.priority,
        category_id: category.id,
        team_id: category.team_id.unwrap_or_else(|| unreachable!("each category has a team")),
        created_at,
        steps,
    }
}

fn comment_id(at: Instant, index: usize) -> CommentId {
    CommentId::from_uuid(uuid(at, COMMENT, index))
}

/// Whose name stands for the agent in a text: the manager's own where the manager signs, and in a hand-over the
/// one who takes over.
fn signer(by: Actor, cast: &Cast, assignee: usize, text: &str) -> usize {
    let hands_over = crate::voice::HAND_OVERS.iter().any(|hand_over| script::paragraphs(hand_over) == text);
    match by {
        _ if hands_over => cast.second,
        Actor::Manager => cast.manager,
        _ => assignee,
    }
}
