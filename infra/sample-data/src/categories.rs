//! The nine categories.

use domain::{Category, CategoryId, Instant, Team};

use crate::random::uuid;

const KIND: u64 = 3;

/// Name, description, colour, icon, and the index of the team. The order is that of [`crate::scenarios::ALL`].
const CATEGORIES: [(&str, &str, &str, &str, usize); 9] = [
    ("Course access", "A course is missing, locked or shows the wrong content.", "#7c3aed", "book-open", 2),
    ("Enrolment", "Joining, leaving or changing a course or a group.", "#be185d", "user-plus", 4),
    ("Grades", "Marks that are missing, wrong or late.", "#a21caf", "graduation-cap", 4),
    (
        "Quiz and assignments",
        "Attempts, submissions, deadlines and question banks.",
        "#4f46e5",
        "list-checks",
        2,
    ),
    ("Sign-in", "Passwords, two-step codes and locked accounts.", "#c2410c", "key-round", 3),
    ("Network", "Wi-Fi, wired connections, VPN and slow links.", "#0f766e", "wifi", 1),
    ("Hardware", "Computers, printers, projectors and lab equipment.", "#2563eb", "monitor", 0),
    ("Software", "Installing, licences, and programs that misbehave.", "#0369a1", "app-window", 0),
    ("Accounts", "New accounts, names, mailboxes and permissions.", "#b45309", "id-card", 3),
];

pub(crate) fn categories(at: Instant, teams: &[Team]) -> Vec<Category> {
    CATEGORIES
        .iter()
        .enumerate()
        .map(|(index, (name, description, color, icon, team))| {
            let at = at.plus_seconds(600 + 20 * index as i64);
            Category {
                id: CategoryId::from_uuid(uuid(at, KIND, index)),
                description: Some((*description).to_owned()),
                color: Some((*color).to_owned()),
                icon: Some((*icon).to_owned()),
                ..Category::new(name, Some(teams[*team].id), at)
            }
        })
        .collect()
}
