//! The five teams and the thirty people.

use domain::{Instant, Role, Team, TeamId, User, UserId};

use crate::random::uuid;

const TEAM: u64 = 1;
const PERSON: u64 = 2;

/// Name, description, colour, and the index of the manager among the people.
const TEAMS: [(&str, &str, &str, usize); 5] = [
    (
        "IT Support",
        "Desks, labs and lecture rooms: computers, printers, projectors and programs.",
        "#2563eb",
        3,
    ),
    ("Network & Infrastructure", "Wi-Fi, wired network, VPN, servers and storage.", "#0f766e", 4),
    ("LMS Support", "Courses, quizzes and assignments in the learning platform.", "#7c3aed", 2),
    ("Accounts & Access", "Sign-in, two-step codes, accounts and permissions.", "#c2410c", 5),
    ("Enrolment & Records", "Enrolments, groups, marks and transcripts.", "#be185d", 6),
];

/// How somebody who is no staff spends the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Walk {
    Student,
    Lecturer,
    Office,
}

/// Where those who only raise tickets begin among the people, and what they are.
pub(crate) const FIRST_REQUESTER: usize = 20;
pub(crate) const WALKS: [Walk; 10] = [
    Walk::Student,
    Walk::Student,
    Walk::Student,
    Walk::Student,
    Walk::Student,
    Walk::Student,
    Walk::Lecturer,
    Walk::Lecturer,
    Walk::Lecturer,
    Walk::Office,
];

/// The part of the address before the `@`, the name, the role, and the indexes of the teams.
const PEOPLE: [(&str, &str, Role, &[usize]); 30] = [
    ("admin", "Helena Brandt", Role::Admin, &[]),
    ("tomasz.zielinski", "Tomasz Zieliński", Role::Admin, &[1]),
    ("manager", "Amara Diallo", Role::Manager, &[2]),
    ("rhys.morgan", "Rhys Morgan", Role::Manager, &[0]),
    ("yuki.tanabe", "Yuki Tanabe", Role::Manager, &[1]),
    ("leila.haddad", "Leila Haddad", Role::Manager, &[3]),
    ("ingrid.solberg", "Ingrid Solberg", Role::Manager, &[4]),
    ("agent", "Daniel Kovač", Role::Agent, &[2]),
    ("priya.raman", "Priya Raman", Role::Agent, &[2]),
    ("oscar.lindqvist", "Oscar Lindqvist", Role::Agent, &[2, 4]),
    ("chloe.baptiste", "Chloé Baptiste", Role::Agent, &[0]),
    ("mateo.alvarez", "Mateo Álvarez", Role::Agent, &[0]),
    ("siobhan.keane", "Siobhán Keane", Role::Agent, &[0]),
    ("kwame.mensah", "Kwame Mensah", Role::Agent, &[1]),
    ("anneke.visser", "Anneke Visser", Role::Agent, &[1, 0]),
    ("farid.rahimi", "Farid Rahimi", Role::Agent, &[3]),
    ("nadia.petrova", "Nadia Petrova", Role::Agent, &[3]),
    ("joao.carvalho", "João Carvalho", Role::Agent, &[3]),
    ("mei.ling.chow", "Mei Ling Chow", Role::Agent, &[4]),
    ("elif.demir", "Elif Demir", Role::Agent, &[4]),
    ("user", "Maya Okafor", Role::User, &[]),
    ("lucas.ferreira", "Lucas Ferreira", Role::User, &[]),
    ("sanna.virtanen", "Sanna Virtanen", Role::User, &[]),
    ("arjun.mehta", "Arjun Mehta", Role::User, &[]),
    ("zoe.papadakis", "Zoe Papadakis", Role::User, &[]),
    ("hamza.yilmaz", "Hamza Yılmaz", Role::User, &[]),
    ("prof.whitcombe", "Eleanor Whitcombe", Role::User, &[]),
    ("dr.nakamura", "Kenji Nakamura", Role::User, &[]),
    ("dr.oyelaran", "Folake Oyelaran", Role::User, &[]),
    ("greta.hoffmann", "Greta Hoffmann", Role::User, &[]),
];

pub(crate) fn people(at: Instant) -> (Vec<Team>, Vec<User>) {
    let team_ids: Vec<TeamId> =
        (0..TEAMS.len()).map(|index| TeamId::from_uuid(uuid(team_made(at, index), TEAM, index))).collect();
    let people: Vec<User> = PEOPLE
        .iter()
        .enumerate()
        .map(|(index, (address, name, role, teams))| {
            let at = at.plus_seconds(10 * index as i64);
            let email = format!("{address}@seaversity.example");
            let teams = teams.iter().map(|team| team_ids[*team]).collect();
            User {
                id: UserId::from_uuid(uuid(at, PERSON, index)),
                ..User::new(&email, name, *role, teams, at)
            }
        })
        .collect();
    let teams = TEAMS
        .iter()
        .enumerate()
        .map(|(index, (name, description, color, manager))| Team {
            id: team_ids[index],
            description: Some((*description).to_owned()),
            color: Some((*color).to_owned()),
            manager: Some(people[*manager].to_ref()),
            ..Team::new(name, team_made(at, index))
        })
        .collect();
    (teams, people)
}

fn team_made(at: Instant, index: usize) -> Instant {
    at.plus_seconds(420 + 10 * index as i64)
}
